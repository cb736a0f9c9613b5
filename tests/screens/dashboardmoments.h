#pragma once

namespace accueil {

class Camera;
class Shell;

// The dashboard, which is open: its lower half, a year of it, and a chart as a table.
void photographDashboard(Shell &shell, const Camera &camera);

} // namespace accueil
