// By another name it is an Environment all the same.
void write(const Environment& env, const Environment* now_) {
    const auto& move = env.move_file;
    now_->let_run(".git/hooks/pre-commit");
    env_.remove_file("roles/a.yaml");
    (*now_).append_to_file("roles/b.yaml");
}
