# Filled in by the packaging definitions: install rules and CPack.
install(TARGETS accueil RUNTIME DESTINATION bin)
