# Install rules, and the Debian package: cmake --build ... --target package
include(GNUInstallDirs)
install(TARGETS accueil RUNTIME)
install(FILES installer/packaging/accueil.service DESTINATION lib/systemd/system)
install(FILES installer/packaging/accueil.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES resources/brand/accueil.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME accueil)
set(CPACK_PACKAGE_CONTACT "The Accueil authors <maintainers@accueil.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Plugins are loaded by name, so the linker does not know of them.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6sql6-psql, qt6-qpa-plugins")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-noto-core, fonts-noto-color-emoji")
include(CPack)
