#pragma once

#include <QStringList>
#include <QWidget>

namespace accueil {

// The groups of the recovery key in large fixed-width signs, four in a line.
class KeyPanel : public QWidget
{
    Q_OBJECT
public:
    explicit KeyPanel(QWidget *parent = nullptr);
    void setGroups(const QStringList &groups);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList m_groups;
};

} // namespace accueil
