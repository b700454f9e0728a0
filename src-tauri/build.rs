//! Tells tauri-build where capabilities and permissions live, so that nothing is written at the top level.

use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    println!("cargo:rerun-if-changed=src-tauri/permissions");
    // The screens are embedded in the executable: without them nothing can be built, and with newer ones it must be.
    println!("cargo:rerun-if-changed=ui/dist");
    if !Path::new("ui/dist/index.html").is_file() {
        return Err("the screens are not built (ui/dist is missing): run `cargo xtask start`, or in ui/ run \
                    `npm ci` and `npm run build`"
            .into());
    }
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("src-tauri/capabilities/**/*")
        .app_manifest(tauri_build::AppManifest::new().permissions_path_pattern("src-tauri/permissions/**/*"));
    tauri_build::try_build(attributes)?;
    Ok(())
}
