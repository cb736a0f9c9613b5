#pragma once

#include <QWidget>

namespace accueil {

// A person's initials in a circle.
class Avatar final : public QWidget
{
    Q_OBJECT
public:
    explicit Avatar(int diameter, QWidget *parent = nullptr);
    void setName(const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_initials;
};

} // namespace accueil
