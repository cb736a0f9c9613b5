# What every target of ours is compiled and linked with. Faster tools are used when they are there, never required.
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()

find_program(ACCUEIL_CCACHE ccache)
if(ACCUEIL_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # pch_defines and time_macros are what ccache asks for before it caches anything built with a precompiled header.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${ACCUEIL_CCACHE})
endif()

find_program(ACCUEIL_MOLD mold)
find_program(ACCUEIL_LLD ld.lld)
if(ACCUEIL_MOLD)
  # GCC before 12.1 does not know -fuse-ld=mold; both compilers of Debian 12 do.
  add_link_options(-fuse-ld=mold)
elseif(ACCUEIL_LLD)
  add_link_options(-fuse-ld=lld)
endif()

if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  # Without it the precompiled header carries a time stamp and ccache never hits.
  add_compile_options("$<$<COMPILE_LANGUAGE:CXX>:SHELL:-Xclang -fno-pch-timestamp>")
endif()

if(ACCUEIL_SANITIZE)
  add_compile_options(-fsanitize=${ACCUEIL_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  add_link_options(-fsanitize=${ACCUEIL_SANITIZE})
endif()

add_library(accueil_options INTERFACE)
target_compile_options(accueil_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow)
# A designated initialiser names what is not as usual and may leave out the rest. -Wextra of clang 19 and of gcc thinks
# otherwise; of the initialisers without names, which clang still warns, gcc cannot be told to warn alone.
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 19)
  target_compile_options(accueil_options INTERFACE -Wno-missing-designated-field-initializers)
elseif(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(accueil_options INTERFACE -Wno-missing-field-initializers)
endif()
if(ACCUEIL_WERROR)
  target_compile_options(accueil_options INTERFACE -Werror)
endif()
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  target_compile_options(accueil_options INTERFACE -fstack-protector-strong -D_FORTIFY_SOURCE=2)
  add_link_options(-Wl,-z,relro,-z,now)
endif()
target_compile_definitions(accueil_options INTERFACE
  QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(Qt6_VERSION VERSION_GREATER_EQUAL 6.5)
  # Qt warns of its deprecations years ahead. Qt::UTC is one from 6.9 on, and what replaces it does not exist in 6.4.
  target_compile_definitions(accueil_options INTERFACE QT_WARN_DEPRECATED_UP_TO=0x060800)
endif()
target_include_directories(accueil_options INTERFACE ${CMAKE_SOURCE_DIR})
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
