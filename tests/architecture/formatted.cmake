# SPDX-License-Identifier: GPL-3.0-or-later
# Every source stands as .clang-format says. Run with cmake -P; SOURCE_DIR and CLANG_FORMAT are given.
file(GLOB_RECURSE sources ${SOURCE_DIR}/core/*.cpp ${SOURCE_DIR}/core/*.h ${SOURCE_DIR}/widgets/*.cpp
     ${SOURCE_DIR}/widgets/*.h ${SOURCE_DIR}/app/*.cpp ${SOURCE_DIR}/app/*.h ${SOURCE_DIR}/tests/*.cpp
     ${SOURCE_DIR}/tests/*.h)
list(LENGTH sources count)
if(count LESS 100)
  message(FATAL_ERROR "Only ${count} sources were found below ${SOURCE_DIR}: the test looks in the wrong place.")
endif()
execute_process(COMMAND ${CLANG_FORMAT} --dry-run -Werror --ferror-limit=1 ${sources}
                RESULT_VARIABLE status ERROR_VARIABLE complaints OUTPUT_QUIET)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "${complaints}\nRun clang-format -i on these files.")
endif()
