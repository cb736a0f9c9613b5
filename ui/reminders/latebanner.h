#pragma once

#include "app/services/reminderservice.h"
#include "ui/widgets/banner.h"

namespace accueil {

class Button;

// Says that reminders are late and lets a person decide about all of them; hidden while there are none or the list
// below shows others.
class LateBanner final : public Banner
{
    Q_OBJECT
public:
    explicit LateBanner(QWidget *parent = nullptr);

    void allowDeciding(bool allowed); // without it, it only tells
    void setCount(int count);
    void setWanted(bool wanted); // whether the list below shows what it speaks of
    void retranslate();

Q_SIGNALS:
    void decided(accueil::LateDecision decision, int count);

private:
    int m_count = 0;
    bool m_wanted = true;
    Button *m_send;
    Button *m_cancel;
};

} // namespace accueil
