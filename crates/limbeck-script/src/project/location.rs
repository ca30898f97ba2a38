//! `script_location` of a new project, as it is written into its configuration.

use std::path::{Component, Path, PathBuf};

use crate::config::normal;

/// The folder seen from the file that names it: an absolute one as it is, any other below `%(here)s`, upwards with `..` where it must be.
/// Percent signs are doubled.
pub(super) fn script_location(directory: &Path, cwd: &Path, file: &Path) -> String {
    if directory.is_absolute() {
        return escape(directory);
    }
    let folder = file.parent().unwrap_or(Path::new("/"));
    let absolute = normal(&cwd.join(directory));
    let relative = between(&absolute, folder).or_else(|| {
        // Upwards out of `..`: only the real paths tell where that leads.
        let (absolute, folder) = (real(&absolute)?, folder.canonicalize().ok()?);
        between(&absolute, &folder)
    });
    let Some(relative) = relative else { return escape(&absolute) };
    match relative.as_os_str().is_empty() {
        true => "%(here)s".to_owned(),
        false => format!("%(here)s/{}", escape(&relative)),
    }
}

/// `path` from `folder`, by their names alone; `None` when that would lead upwards out of a `..`.
fn between(path: &Path, folder: &Path) -> Option<PathBuf> {
    let common = path.components().zip(folder.components()).take_while(|(left, right)| left == right).count();
    let up: Vec<Component> = folder.components().skip(common).collect();
    if up.contains(&Component::ParentDir) {
        return None;
    }
    Some(up.iter().map(|_| Component::ParentDir).chain(path.components().skip(common)).collect())
}

/// Without links and `..`; what is not there yet as it is.
fn real(path: &Path) -> Option<PathBuf> {
    path.ancestors().find_map(|there| Some(there.canonicalize().ok()?.join(path.strip_prefix(there).ok()?)))
}

fn escape(path: &Path) -> String {
    path.display().to_string().replace('%', "%%")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::script_location;

    #[test]
    fn the_folder_is_named_from_the_file() {
        let cases = [
            ("migrations", "/p/alembic.ini", "%(here)s/migrations"),
            ("./a//b/", "/p/alembic.ini", "%(here)s/a/b"),
            (".", "/p/alembic.ini", "%(here)s"),
            ("../other/m", "/p/alembic.ini", "%(here)s/../other/m"),
            ("m", "/conf/x.ini", "%(here)s/../p/m"),
            ("m", "/p/conf/x.ini", "%(here)s/../m"),
            ("/srv/m", "/p/alembic.ini", "/srv/m"),
            ("50%", "/p/alembic.ini", "%(here)s/50%%"),
        ];
        for (directory, file, expected) in cases {
            assert_eq!(
                script_location(Path::new(directory), Path::new("/p"), Path::new(file)),
                expected,
                "{directory}"
            );
        }
    }
}
