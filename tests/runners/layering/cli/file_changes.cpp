void commit() {
    environment_.replace_file(path, name);
    environment_.remove_file(path);
    environment_.sync_folder(path);
}
