//! `completions` and `man`

use crate::support::Project;

#[test]
fn every_shell_gets_a_script_that_names_the_commands() {
    let project = Project::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = project.succeed(&["completions", shell]);
        assert!(script.contains("downgrade") && script.contains("check-heads"), "{shell}: {script}");
    }
}

#[test]
fn bash_completes_a_command() {
    let project = Project::new();
    project.write("completions.bash", project.succeed(&["completions", "bash"]));
    let ask = "source ./completions.bash; COMP_WORDS=(limbeck downg); COMP_CWORD=1; _limbeck limbeck downg limbeck; echo \"${COMPREPLY[@]}\"";
    let output = std::process::Command::new("bash").args(["-c", ask]).current_dir(project.path("")).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "downgrade");
}

#[test]
fn manual_pages_are_printed_or_written() {
    let project = Project::new();
    let page = project.succeed(&["man"]);
    assert!(page.contains(".TH limbeck 1"), "{page}");
    assert_eq!(project.succeed(&["man", "share/man1"]), "");
    assert_eq!(std::fs::read_to_string(project.path("share/man1/limbeck.1")).unwrap(), page);
    let page = std::fs::read_to_string(project.path("share/man1/limbeck-upgrade.1")).unwrap();
    assert!(page.contains("limbeck upgrade") && page.contains("\\-\\-plan"), "{page}");
    project.write("file", "");
    assert_eq!(project.run(&["man", "file/below"]).code, Some(255));
}
