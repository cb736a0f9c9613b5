#pragma once

namespace accueil {

class Application;
struct DatabaseLocation;

// Whether anybody ever made a store there. Makes nothing itself, not even an empty file. Throws DatabaseError.
bool storeExists(const DatabaseLocation &location);

enum class NewStore { Make, Refuse };

// Opens the store for a program without a window. A new one is made when that is wanted: its recovery key is then in a
// 0600 file in the data directory, and standard error says so. False when it cannot be opened; standard error has said
// why.
bool openStore(Application &application, NewStore newStore);

} // namespace accueil
