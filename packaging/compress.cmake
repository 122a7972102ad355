# SPDX-License-Identifier: GPL-3.0-or-later
# Run by CPack before it packs: Debian wants manual pages and changelogs compressed, without a time stamp.
file(GLOB files ${CPACK_TEMPORARY_DIRECTORY}/*/usr/share/man/man1/*.1
     ${CPACK_TEMPORARY_DIRECTORY}/*/usr/share/doc/*/changelog)
if(files)
  execute_process(COMMAND gzip -9nf ${files} COMMAND_ERROR_IS_FATAL ANY)
endif()
