# accueil_npm(<source> <folder>): what <source>/package.json names, in the versions that its package-lock.json pins with their
# checksums, in <folder>/node_modules: fetched once, at configure time, and again only when the lock file changes.
function(accueil_npm source folder)
  set(lock_file ${source}/package-lock.json)
  set_property(DIRECTORY ${CMAKE_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${lock_file})
  file(SHA256 ${lock_file} lock_hash)
  set(fetched_hash "")
  if(EXISTS ${folder}/fetched)
    file(READ ${folder}/fetched fetched_hash)
  endif()
  if(fetched_hash STREQUAL lock_hash)
    return()
  endif()
  find_program(ACCUEIL_NPM npm REQUIRED)
  file(MAKE_DIRECTORY ${folder})
  file(COPY ${source}/package.json ${lock_file} DESTINATION ${folder})
  message(STATUS "Fetching with npm what ${source}/package.json names")
  # No install scripts: nothing here needs one, and one of the packages would report the installation to its makers.
  execute_process(COMMAND ${ACCUEIL_NPM} ci --ignore-scripts --no-audit --no-fund
    WORKING_DIRECTORY ${folder} RESULT_VARIABLE npm_result OUTPUT_VARIABLE npm_output ERROR_VARIABLE npm_output)
  if(NOT npm_result EQUAL 0)
    message(FATAL_ERROR "npm could not fetch ${source}/package.json:\n${npm_output}")
  endif()
  file(WRITE ${folder}/fetched ${lock_hash})
endfunction()

# The API page, the icons and what makes the tablet page come from npm. ACCUEIL_NODE_MODULES names the folder; a packager without
# network sets it to one that is filled already.
set(ACCUEIL_NODE_MODULES "" CACHE PATH "A node_modules folder with what resources/package.json names; empty: npm fetches it")
if(NOT ACCUEIL_NODE_MODULES)
  accueil_npm(${CMAKE_SOURCE_DIR}/resources ${CMAKE_BINARY_DIR}/npm)
  set(ACCUEIL_NODE_MODULES ${CMAKE_BINARY_DIR}/npm/node_modules)
endif()
