# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed beside the programs, and the Debian packages: whitebox, and whitebox-torch with all that needs
# LibTorch. packaging/deb.sh builds them.
# White Box has no mailing list: a name that can belong to nobody (RFC 2606). Whoever publishes packages sets their own.
set(CPACK_PACKAGE_CONTACT "White Box maintainers <whitebox@packages.invalid>" CACHE STRING "Maintainer of the packages")
set(linux ${CMAKE_SOURCE_DIR}/packaging/linux)
configure_file(${linux}/changelog.in ${CMAKE_BINARY_DIR}/packaging/changelog @ONLY)

install(FILES ${linux}/whitebox.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${linux}/whitebox.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo
        RENAME org.whitebox_distances.whitebox.metainfo.xml)
install(FILES ${linux}/whitebox-mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME whitebox.xml)
install(FILES resources/icons/whitebox.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${linux}/whitebox.1 ${linux}/whitebox-cli.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
set(components whitebox)
if(WHITEBOX_TRAIN)
  install(FILES ${linux}/whitebox-train.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT torch)
  list(APPEND components torch)
endif()

foreach(component IN LISTS components)
  string(REPLACE torch whitebox-torch package ${component})
  install(FILES ${linux}/copyright ${CMAKE_BINARY_DIR}/packaging/changelog
          DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${package} COMPONENT ${component})
  string(TOUPPER ${component} upper)
  set(CPACK_DEBIAN_${upper}_PACKAGE_NAME ${package})
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME whitebox)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_COMPONENTS_ALL ${components})
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_SOURCE_DIR}/packaging/compress.cmake)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
    WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER ${CPACK_PACKAGE_CONTACT})
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

# Qt loads its SQLite driver and its SVG icons by itself: dpkg-shlibdeps does not see them.
set(CPACK_DEBIAN_WHITEBOX_PACKAGE_DEPENDS "hmmer, libqt6sql6-sqlite, libqt6svg6")
# The example's sequences; letters on a bare system; Qt's own texts in the user's language.
set(CPACK_DEBIAN_WHITEBOX_PACKAGE_RECOMMENDS
    "mmseqs2-examples, freecontact, fonts-dejavu-core | fonts-liberation, qt6-translations-l10n")
set(CPACK_DEBIAN_WHITEBOX_PACKAGE_SUGGESTS "whitebox-torch, qt6-wayland")
set(CPACK_COMPONENT_WHITEBOX_DESCRIPTION "White Box turns a protein sequence into a matrix of predicted residue
distances, and a click on the matrix into the couplings that moved that
distance.

It searches homologs with jackhmmer, infers the couplings of their alignment,
predicts distances with a convolutional network and explains every pair, with
tests that say how far the picture can be believed. The window is called
whitebox; whitebox-cli does the same without a display.")
set(CPACK_DEBIAN_TORCH_PACKAGE_DEPENDS "whitebox (= ${PROJECT_VERSION})")
set(CPACK_COMPONENT_TORCH_DESCRIPTION "With this plugin White Box opens distance networks of others that are stored
as TorchScript and are more than convolution, ReLU and dropout.

The program whitebox-train trains White Box's own network.")
include(CPack)
