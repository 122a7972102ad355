# SPDX-License-Identifier: GPL-3.0-or-later
# Compiler settings and the few functions that every CMakeLists.txt of the project uses.

find_program(WHITEBOX_CCACHE ccache)
if(WHITEBOX_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_C_COMPILER_LAUNCHER ${WHITEBOX_CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${WHITEBOX_CCACHE})
endif()
find_program(WHITEBOX_MOLD mold)
if(WHITEBOX_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_link_options(-fuse-ld=mold)
endif()
if(WHITEBOX_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined)
  add_link_options(-fsanitize=address,undefined)
endif()

add_library(wb_flags INTERFACE)
target_include_directories(wb_flags INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_definitions(wb_flags INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII
                           QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT)
target_compile_options(wb_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
                       -Woverloaded-virtual -Wnull-dereference -Wno-psabi
                       $<$<BOOL:${WHITEBOX_WERROR}>:-Werror>)

# wb_add_library(name FOLDERS a b ...): a static library WhiteBox::<Name> of the given folders;
# each folder's CMakeLists.txt adds its files with wb_sources().
function(wb_add_library name alias)
  add_library(${name} STATIC)
  add_library(WhiteBox::${alias} ALIAS ${name})
  target_sources(${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${CMAKE_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC wb_flags)
  set_target_properties(${name} PROPERTIES WB_LIBRARY TRUE)
endfunction()

# wb_sources(target HEADERS a.h ... SOURCES a.cpp ...): adds files of the current folder.
function(wb_sources target)
  cmake_parse_arguments(ARG "" "" "HEADERS;SOURCES" ${ARGN})
  list(TRANSFORM ARG_HEADERS PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
  list(TRANSFORM ARG_SOURCES PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
  target_sources(${target} PRIVATE ${ARG_SOURCES}
                 PUBLIC FILE_SET HEADERS BASE_DIRS ${CMAKE_SOURCE_DIR} FILES ${ARG_HEADERS})
  # AUTOMOC reads a header only next to its source: name the headers as sources too.
  target_sources(${target} PRIVATE ${ARG_HEADERS})
endfunction()

# wb_simd_sources(target a.cpp ...): compiles each file three times, for AVX-512, AVX2+FMA and any x86-64,
# with WB_SIMD_NAMESPACE set to avx512, avx2 or portable. The file may use no inline function of the standard
# library or of Qt: the linker could keep the AVX-512 copy of it for all callers.
function(wb_simd_sources target)
  foreach(level IN ITEMS portable avx2 avx512)
    set(flags -O3 -fno-math-errno -fno-trapping-math)
    if(level STREQUAL "avx2")
      list(APPEND flags -mavx2 -mfma -mf16c)
    elseif(level STREQUAL "avx512")
      list(APPEND flags -mavx2 -mfma -mf16c -mavx512f -mavx512dq -mavx512bw -mavx512vl
           -mprefer-vector-width=512)
    endif()
    set(lib ${target}_${level})
    if(NOT TARGET ${lib})
      add_library(${lib} OBJECT)
      set_target_properties(${lib} PROPERTIES AUTOMOC OFF AUTORCC OFF)
      target_link_libraries(${lib} PRIVATE wb_flags)
      target_compile_definitions(${lib} PRIVATE WB_SIMD_NAMESPACE=${level} WB_SIMD_${level}=1)
      target_compile_options(${lib} PRIVATE ${flags})
      target_sources(${target} PRIVATE $<TARGET_OBJECTS:${lib}>)
    endif()
    list(TRANSFORM ARGN PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/ OUTPUT_VARIABLE files)
    target_sources(${lib} PRIVATE ${files})
  endforeach()
endfunction()

# wb_add_test(tst_name LIBS ...): a QtTest program of the current folder, run offscreen and in the C locale.
function(wb_add_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "LIBS;SOURCES" ${ARGN})
  add_executable(${name} ${name}.cpp ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE Qt6::Test wb_testsupport ${ARG_LIBS})
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=offscreen")
  if(ARG_TIMEOUT)
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT})
  endif()
endfunction()
