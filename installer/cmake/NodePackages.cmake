# The API page and the icons come from npm, in the versions that resources/package-lock.json pins with their checksums. They
# are fetched once into the build folder, at configure time, and again only when the lock file changes. ACCUEIL_NODE_MODULES
# names the folder; a packager without network sets it to one that is filled already.
set(ACCUEIL_NODE_MODULES "" CACHE PATH "A node_modules folder with what resources/package.json names; empty: npm fetches it")
if(NOT ACCUEIL_NODE_MODULES)
  set(node_folder ${CMAKE_BINARY_DIR}/npm)
  set(lock_file ${CMAKE_SOURCE_DIR}/resources/package-lock.json)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${lock_file})
  file(SHA256 ${lock_file} lock_hash)
  set(fetched_hash "")
  if(EXISTS ${node_folder}/fetched)
    file(READ ${node_folder}/fetched fetched_hash)
  endif()
  if(NOT fetched_hash STREQUAL lock_hash)
    find_program(ACCUEIL_NPM npm REQUIRED)
    file(MAKE_DIRECTORY ${node_folder})
    file(COPY ${CMAKE_SOURCE_DIR}/resources/package.json ${lock_file} DESTINATION ${node_folder})
    message(STATUS "Fetching the API page and the icons with npm")
    # No install scripts: nothing here needs one, and one of the packages would report the installation to its makers.
    execute_process(COMMAND ${ACCUEIL_NPM} ci --ignore-scripts --no-audit --no-fund
      WORKING_DIRECTORY ${node_folder} RESULT_VARIABLE npm_result OUTPUT_VARIABLE npm_output ERROR_VARIABLE npm_output)
    if(NOT npm_result EQUAL 0)
      message(FATAL_ERROR "npm could not fetch resources/package.json:\n${npm_output}")
    endif()
    file(WRITE ${node_folder}/fetched ${lock_hash})
  endif()
  set(ACCUEIL_NODE_MODULES ${node_folder}/node_modules)
endif()
