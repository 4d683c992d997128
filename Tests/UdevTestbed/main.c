// A made-up /sys and /dev with a udev that tests command, line by line on stdin. It runs with umockdev's preload, as the
// service under test does; the test's own process does not.
//
//   root                       answers the folder: the service gets it as UMOCKDEV_DIR
//   add NODE TARGET            makes /dev/NODE a link to TARGET, then reads the device's description up to a line "."
//                              (as umockdev has it) and sends "add"
//   uevent SYSPATH ACTION      only sends it
//   remove SYSPATH NODE USB    sends "remove" and takes the node and the USB device away
//   vanish SYSPATH NODE USB    takes them away and says nothing
#include <errno.h>
#include <glib.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <umockdev.h>
#include <unistd.h>

static gboolean on_ioctl(UMockdevIoctlBase *base, UMockdevIoctlClient *client, gpointer data) {
    (void)base;
    (void)data;
    gulong request = umockdev_ioctl_client_get_request(client);
    if (request != TIOCEXCL && request != TIOCNXCL) return FALSE;
    umockdev_ioctl_client_complete(client, 0, 0);
    return TRUE;
}

static char *node_path(UMockdevTestbed *bed, const char *node) {
    g_autofree char *root = umockdev_testbed_get_root_dir(bed);
    return g_strdup_printf("%s/dev/%s", root, node);
}

static gboolean make_node(UMockdevTestbed *bed, const char *node, const char *target, GError **error) {
    g_autofree char *path = node_path(bed, node);
    g_autofree char *folder = g_path_get_dirname(path);
    g_mkdir_with_parents(folder, 0755);
    unlink(path);
    if (symlink(target, path) != 0) {
        g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(errno), "%s: %s", path, strerror(errno));
        return FALSE;
    }
    // A handler stays with its name: taking it off leaves umockdev believing that it is there.
    static GHashTable *handled;
    if (!handled) handled = g_hash_table_new(g_str_hash, g_str_equal);
    char *name = g_strdup_printf("/dev/%s", node);
    if (!g_hash_table_add(handled, name)) return TRUE;
    UMockdevIoctlBase *base = umockdev_ioctl_base_new();
    g_signal_connect(base, "handle-ioctl", G_CALLBACK(on_ioctl), NULL);
    return umockdev_testbed_attach_ioctl(bed, name, base, error);
}

static void take_away(UMockdevTestbed *bed, char **words) {
    g_autofree char *path = node_path(bed, words[2]);
    unlink(path);
    umockdev_testbed_remove_device(bed, words[1]);
    // Children first, or links to them stay behind.
    g_autofree char *socket = g_path_get_basename(words[3]);
    g_autofree char *interface = g_strdup_printf("%s/%s:1.0", words[3], socket);
    umockdev_testbed_remove_device(bed, interface);
    umockdev_testbed_remove_device(bed, words[3]);
}

static GString *description(void) {
    GString *text = g_string_new(NULL);
    char line[4096];
    while (fgets(line, sizeof line, stdin) && strcmp(line, ".\n") != 0) g_string_append(text, line);
    return text;
}

int main(void) {
    UMockdevTestbed *bed = umockdev_testbed_new();
    char line[4096];
    while (fgets(line, sizeof line, stdin)) {
        g_autoptr(GError) error = NULL;
        g_auto(GStrv) words = g_strsplit(g_strstrip(line), " ", 4);
        guint count = g_strv_length(words);
        gboolean done = TRUE;
        if (count == 1 && strcmp(words[0], "root") == 0) {
            g_autofree char *root = umockdev_testbed_get_root_dir(bed);
            printf("%s\n", root);
            fflush(stdout);
            continue;
        } else if (count == 3 && strcmp(words[0], "add") == 0) {
            done = make_node(bed, words[1], words[2], &error);
            GString *text = description();
            if (done) done = umockdev_testbed_add_from_string(bed, text->str, &error);
            g_string_free(text, TRUE);
        } else if (count == 3 && strcmp(words[0], "uevent") == 0) {
            umockdev_testbed_uevent(bed, words[1], words[2]);
        } else if (count == 4 && strcmp(words[0], "remove") == 0) {
            umockdev_testbed_uevent(bed, words[1], "remove");
            take_away(bed, words);
        } else if (count == 4 && strcmp(words[0], "vanish") == 0) {
            take_away(bed, words);
        } else {
            printf("error: what is '%s'?\n", line);
            fflush(stdout);
            continue;
        }
        if (done) printf("ok\n");
        else printf("error: %s\n", error ? error->message : "unknown");
        fflush(stdout);
    }
    g_object_unref(bed);
    return 0;
}
