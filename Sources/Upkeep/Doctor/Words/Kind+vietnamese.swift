extension Finding.Kind {
    /// The words for the technician.
    var vietnamese: Phrase {
        switch self {
        case .portHeld:
            Phrase(
                "đang bị chương trình {program} (PID {pid}) chiếm, dịch vụ không nhận được lượt bấm.",
                mend: "Xem đó là chương trình gì, rồi tắt nó:")
        case .portHeldByGetty:
            Phrase(
                "đang bị màn hình đăng nhập ({program}, PID {pid}) chiếm.", mend: "Tắt đăng nhập qua cổng này:")
        case .portHeldByBrltty:
            Phrase(
                "đang bị brltty (PID {pid}, chương trình cho màn hình chữ nổi) chiếm.",
                mend: "Gỡ brltty nếu máy không dùng màn hình chữ nổi:")
        case .portHeldByGpsd: Phrase("đang bị gpsd (PID {pid}, chương trình định vị) chiếm.", mend: "Tắt gpsd:")
        case .portHeldByModemManager:
            Phrase(
                "đang bị ModemManager (PID {pid}) chiếm vì tưởng thiết bị là modem.",
                mend: "Tắt ModemManager nếu máy không dùng modem 3G/4G:")
        case .portForbidden:
            Phrase(
                "người dùng {user} của dịch vụ không được mở cổng này (chủ {owner}, nhóm {group}, quyền {mode}).",
                mend: "Cài lại quy tắc udev:")
        case .portNotOpened:
            Phrase(
                "đúng là thiết bị đánh giá nhưng dịch vụ chưa mở cổng này.",
                mend: "Xem nhật ký và cấu hình hailong.yaml, rồi khởi động lại dịch vụ:")
        case .userWithoutGroup:
            Phrase(
                "Người dùng {user} của dịch vụ không thuộc nhóm {group} nên không mở được cổng nào.",
                mend: "Thêm vào nhóm rồi khởi động lại dịch vụ:")
        case .serviceGroupsOld:
            Phrase(
                "Người dùng {user} đã được thêm vào nhóm {group} nhưng dịch vụ đang chạy chưa có quyền đó.",
                mend: "Khởi động lại dịch vụ:")
        case .rulesMissing:
            Phrase(
                "Chưa cài quy tắc udev của HaiLong: cổng có thể bị chương trình khác chiếm hoặc không mở được.",
                mend: "Cài quy tắc:")
        case .rulesDiffer:
            Phrase("Quy tắc udev {file} khác với cấu hình hiện tại.", mend: "Tạo lại quy tắc:")
        case .rulesNotInEffect:
            Phrase(
                "quy tắc udev đã cài nhưng chưa có tác dụng với cổng này (nhóm {group}, quyền {mode}).",
                mend: "Cho udev áp dụng lại, hoặc rút ra cắm lại:")
        case .modemManagerRunning:
            Phrase(
                "ModemManager đang chạy (PID {pid}) trong khi quy tắc udev chưa đúng: nó sẽ thử cổng như modem.",
                mend: "Sửa quy tắc udev như ở mục kia, hoặc tắt ModemManager:")
        case .brlttyRunning:
            Phrase(
                "brltty (chương trình cho màn hình chữ nổi) đang chạy (PID {pid}) và có thể chiếm cổng bất cứ lúc nào.",
                mend: "Gỡ brltty nếu máy không dùng màn hình chữ nổi:")
        case .autosuspendOn:
            Phrase(
                "máy được phép cho bộ chuyển USB ngủ ({file} là auto): thiết bị có thể mất kết nối.",
                mend: "Cho udev áp dụng lại quy tắc:")
        case .sameSerial:
            Phrase(
                "Các cổng {ports} có bộ chuyển USB trùng số sê-ri ({adapter}): không phân biệt được khi đổi chỗ.",
                mend: "Nếu thiết bị không có mã riêng thì thay một bộ chuyển. Xem các thiết bị:")
        case .driverMissing:
            Phrase(
                "đã cắm thiết bị đánh giá {adapter} nhưng máy không tạo cổng: thiếu trình điều khiển {module}.",
                mend: "Nạp trình điều khiển; nếu báo không có thì cài gói linux-image-amd64 rồi khởi động lại máy:")
        case .linkUnavailable:
            Phrase(
                "dịch vụ không mở được cổng. Hệ thống báo: {reason}", mend: "Xem nhật ký, rồi khởi động lại dịch vụ:")
        case .linkWaiting:
            Phrase(
                "cổng đã mở từ {since} nhưng không có thiết bị đánh giá nào trả lời.",
                mend: "Kiểm tra dây, nguồn, đúng thiết bị và đúng phần mềm của thiết bị. Xem lại:")
        case .boxSilent:
            Phrase("im lặng từ {since}.", mend: "Kiểm tra dây và nguồn của thiết bị, rút ra cắm lại. Xem lại:")
        case .boxAbsent:
            Phrase(
                "không cắm vào máy; lần cuối nhận tín hiệu lúc {since}.",
                mend: "Kiểm tra dây, nguồn và bộ chia USB. Xem lại:")
        case .boxNeverHeard:
            Phrase(
                "đã khai báo vị trí nhưng chưa bao giờ kết nối.",
                mend: "Cắm thiết bị; nếu đã cắm thì kiểm tra mã thiết bị đã khai báo. Xem lại:")
        case .boxRefused:
            Phrase(
                "bị từ chối. Lý do: {reason}", mend: "Cập nhật phần mềm của thiết bị hoặc của HaiLong. Xem lại:")
        case .boxNameless:
            Phrase(
                "bị từ chối: thiết bị không cho biết mã, và bộ chuyển đổi USB không có số sê-ri hay vị trí để nhận ra.",
                mend: "Nạp mã vào phần mềm của thiết bị, hoặc dùng bộ chuyển đổi có số sê-ri. Xem lại:")
        case .boxChanging:
            Phrase(
                "bị từ chối: thiết bị ở cổng này tự đổi mã trong khi không ai rút dây.",
                mend: "Rút dây rồi cắm lại; nếu vẫn bị thì thay thiết bị. Xem lại:")
        case .boxesInvented:
            Phrase(
                "bị từ chối: quá nhiều mã thiết bị hoặc lần khởi động mới đến từ một cổng trong thời gian ngắn.",
                mend: "Rút thiết bị ở cổng này ra và thay thiết bị khác. Xem lại:")
        case .boxDuplicate:
            Phrase(
                "có nhiều thiết bị đang cắm cùng một mã (cổng {ports}): lượt bấm được giữ nhưng chưa tính.",
                mend: "Rút thiết bị không đúng ra, rồi quyết định tính (all) hay không tính (none):")
        case .duplicateUnsettled:
            Phrase(
                "có {count} khoảng thời gian trùng mã chưa quyết định: lượt bấm trong đó chưa tính.",
                mend: "Quyết định tính (all) hay không tính (none):")
        case .boxUnassigned:
            Phrase(
                "đang gửi lượt bấm nhưng chưa khai báo đặt ở quầy nào: lượt bấm được giữ, chưa tính.",
                mend: "Khai báo quầy và từ lúc nào:")
        case .pressesWaiting:
            Phrase(
                "còn {count} lượt bấm nằm trong thiết bị mà dịch vụ chưa nhận.",
                mend: "Xem cơ sở dữ liệu và ổ đĩa ở các mục khác; không rút nguồn thiết bị. Xem lại:")
        case .pressesMissing:
            Phrase(
                "thiếu {count} lượt bấm, phát hiện lúc {noticed}; bảng của kỳ có ghi chú.",
                mend: "Xem thiếu những lượt nào và vì sao:")
        case .serviceStopped: Phrase("Dịch vụ HaiLong không chạy.", mend: "Khởi động dịch vụ:")
        case .serviceKilled:
            Phrase(
                "Dịch vụ HaiLong không chạy và lần trước không dừng đúng cách.",
                mend: "Xem nhật ký để biết vì sao, rồi khởi động dịch vụ:")
        case .serviceBlocked:
            Phrase(
                "Dịch vụ HaiLong không nhận lệnh: tiến trình {pid} đang giữ thư mục dữ liệu.",
                mend: "Xem tiến trình đó là gì và chờ nó xong, rồi khởi động dịch vụ:")
        case .serviceStuck:
            Phrase(
                "Dịch vụ HaiLong (PID {pid}) không trả lời: {reason}.",
                mend: "Xem nhật ký, rồi khởi động lại dịch vụ; thiết bị tự giữ lượt bấm:")
        case .descriptorsLow:
            Phrase(
                "Dịch vụ chỉ được mở {limit} tệp, cần {wanted} cho {ports} cổng.", mend: "Nâng giới hạn:")
        case .clockUnsynchronized:
            Phrase(
                "Đồng hồ máy chưa được đồng bộ qua mạng: giờ của lượt bấm có thể sai.",
                mend: "Xem máy chủ giờ có kết nối được không:")
        case .clockWithoutService:
            Phrase(
                "Đồng hồ máy chưa được đồng bộ và không có chương trình đồng bộ giờ nào đang chạy.",
                mend: "Cài và bật đồng bộ giờ:")
        case .clockBehind:
            Phrase(
                "Đồng hồ máy chỉ {now}, sớm hơn lượt bấm mới nhất ({newest}): đồng hồ bị lùi, pin có thể đã hết.",
                mend: "Đặt lại đồng hồ; thay pin trên bo mạch nếu lặp lại:")
        case .writeDiskFull:
            Phrase(
                "Ổ đĩa của {folder} đã đầy: không ghi được lượt bấm nào, thiết bị đang tự giữ.",
                mend: "Dọn bớt; dịch vụ tự chạy tiếp, không cần khởi động lại:")
        case .writeReadOnly:
            Phrase(
                "{folder} không cho ghi: không ghi được lượt bấm nào, thiết bị đang tự giữ. Hệ thống báo: {reason}",
                mend: "Xem lỗi của ổ và quyền của tệp, sao lưu ra USB rồi khởi động lại máy; lặp lại thì thay ổ:")
        case .writeMediumFails:
            Phrase(
                "Ổ đĩa của {folder} lỗi khi đọc hoặc ghi: không ghi được lượt bấm nào, thiết bị đang tự giữ. "
                    + "Hệ thống báo: {reason}",
                mend: "Xem lỗi, kiểm tra cáp và ổ, sao lưu ra USB ngay rồi thay ổ; hết lỗi thì dịch vụ tự chạy tiếp:")
        case .writeDamaged:
            Phrase(
                "Tệp sổ trong {folder} bị hỏng: không ghi được lượt bấm nào, thiết bị đang tự giữ. Chi tiết: {reason}",
                mend: "Khôi phục bản sao lưu mới nhất; tệp hỏng được giữ lại, thiết bị gửi lại lượt còn giữ:")
        case .writeFails:
            Phrase(
                "Dịch vụ không ghi được vào {folder}: thiết bị đang tự giữ lượt bấm. Chi tiết: {reason}",
                mend: "Xem nhật ký; có thể chương trình khác đang giữ tệp sổ. Hết thì dịch vụ tự chạy tiếp:")
        case .logNotCopied:
            Phrase(
                "Lượt bấm vẫn được ghi, nhưng tệp hailong.sqlite-wal trong {folder} không chép được vào sổ và lớn dần. "
                    + "Chi tiết: {reason}",
                mend: "Xem nhật ký và chỗ trống của ổ; sao lưu ra USB nếu ổ báo lỗi:")
        case .diskLow:
            Phrase(
                "Ổ đĩa của {folder} chỉ còn trống {free} ({percent}%).", mend: "Dọn bớt:")
        case .inodesLow:
            Phrase(
                "Ổ đĩa của {folder} chỉ tạo được thêm {count} tệp.", mend: "Tìm thư mục có quá nhiều tệp và dọn bớt:")
        case .diskReadOnly:
            Phrase(
                "Ổ đĩa {mount} của {folder} đang ở chế độ chỉ đọc: không ghi được lượt bấm nào.",
                mend: "Ổ hoặc thẻ nhớ có thể hỏng: xem lỗi, sao chép dữ liệu ra, thử ghi lại; nếu lặp lại thì thay ổ:")
        case .folderOpen:
            Phrase("Thư mục {folder} cho người ngoài truy cập (quyền {mode}).", mend: "Đóng lại:")
        case .foreignFiles:
            Phrase(
                "Trong {folder} có tệp không thuộc người dùng {user} ({files}): dịch vụ có thể không ghi được.",
                mend: "Trả lại quyền cho dịch vụ:")
        case .databaseMissing:
            Phrase("Chưa có cơ sở dữ liệu.", mend: "Khởi động dịch vụ một lần, hoặc nêu đúng thư mục bằng --data-dir:")
        case .databaseUnreadable:
            Phrase(
                "Không đọc được cơ sở dữ liệu trong {folder}: {reason}",
                mend:
                    "Dừng dịch vụ, giữ nguyên tệp hỏng, khôi phục bản sao lưu mới nhất; thiết bị gửi lại lượt còn giữ:")
        case .databaseNewer:
            Phrase(
                "Cơ sở dữ liệu trong {folder} do bản HaiLong mới hơn ghi.",
                mend: "Cài bản mới (không có gì bị thay đổi):")
        case .databaseOlder:
            Phrase("Cơ sở dữ liệu còn ở dạng của bản HaiLong cũ.", mend: "Khởi động lại dịch vụ để nâng cấp:")
        case .journalMode:
            Phrase(
                "Cơ sở dữ liệu ở chế độ {mode} thay vì wal: mất điện có thể mất lượt bấm.",
                mend: "Khởi động lại dịch vụ để đặt lại:")
        case .backupMissing:
            Phrase("Chưa có bản sao lưu nào trong {target}.", mend: "Sao lưu ngay, rồi xem nhật ký:")
        case .backupOld:
            Phrase("Bản sao lưu mới nhất trong {target} đã cũ ({newest}).", mend: "Sao lưu ngay, rồi xem nhật ký:")
        case .backupFails:
            Phrase(
                "Không sao lưu được vào {target}. Hệ thống báo: {reason}",
                mend: "Sửa nguyên nhân đó, rồi sao lưu thử:")
        case .adapterUnknown:
            Phrase(
                "bộ chuyển {adapter} không khớp quy tắc nào nên được để yên.",
                mend: "Nếu đó là thiết bị đánh giá, thêm vào mục adapters của hailong.yaml "
                    + "(mục này thay cho danh sách có sẵn): {rule}")
        case .unseenUdev: Phrase("các bộ chuyển USB (không dùng được libudev)")
        case .unseenHolders: Phrase("chương trình nào đang mở cổng")
        case .unseenFolder: Phrase("thư mục dữ liệu")
        case .unseenDatabase: Phrase("cơ sở dữ liệu")
        case .unseenLinks: Phrase("trạng thái các cổng của dịch vụ")
        case .unseenLimits: Phrase("giới hạn của dịch vụ đang chạy")
        }
    }
}
