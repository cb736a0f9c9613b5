#pragma once

#include "ui/page.h"
#include "ui/records/timewords.h"

namespace accueil {

// What the parts of a page of records work with: the page's context and the words for its times. The page owns it, its
// dialogs and models refer to it. Services are called through inBackground only.
struct RecordContext : PageContext
{
    explicit RecordContext(const PageContext &context)
        : PageContext(context)
        , time(context.clock, context.timeZone)
    {
    }
    TimeWords time;
};

} // namespace accueil
