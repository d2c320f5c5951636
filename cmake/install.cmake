# `cmake --install`: the program, the scenarios, and the layers as a package that find_package(Railshift) finds. A layer registers itself
# (railshift_layer), so nothing is listed here.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

install(TARGETS railshift RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/scenarios DESTINATION ${CMAKE_INSTALL_DATADIR}/railshift)

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/Railshift)
install(EXPORT Railshift NAMESPACE Railshift:: FILE RailshiftLayers.cmake DESTINATION ${package})
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/RailshiftConfig.cmake.in ${PROJECT_BINARY_DIR}/RailshiftConfig.cmake
  INSTALL_DESTINATION ${package})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/RailshiftConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/RailshiftConfig.cmake ${PROJECT_BINARY_DIR}/RailshiftConfigVersion.cmake
  ${CMAKE_CURRENT_LIST_DIR}/libraries.cmake DESTINATION ${package})
