#pragma once

#include "app/services/smsspending.h"
#include "ui/records/recordcontext.h"
#include "ui/widgets/banner.h"

namespace accueil {

// Warns when the month's SMS budget is nearly or wholly spent; hidden otherwise.
class BudgetBanner final : public Banner
{
    Q_OBJECT
public:
    explicit BudgetBanner(const RecordContext &desk, QWidget *parent = nullptr);

    void refresh();
    void retranslate();

private:
    const RecordContext &m_desk;
    SmsSpending m_spending;
};

} // namespace accueil
