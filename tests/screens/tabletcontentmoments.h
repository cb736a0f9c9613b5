#pragma once

namespace accueil {

struct Services;

// Some voices and questions for the page of what tablets say: recorded, reviewed and missing ones.
void fillTabletContent(const Services &services);

} // namespace accueil
