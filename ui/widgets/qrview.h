#pragma once

#include "ui/widgets/qrmatrix.h"

#include <QWidget>

namespace accueil {

// A QR code to be read off the screen: black on white in every scheme, within the rounded frame of a card. Its
// accessible name says what it is for, and the description the address in it.
class QrView final : public QWidget
{
    Q_OBJECT
public:
    explicit QrView(int side, QWidget *parent = nullptr); // pixels at the designed size of text; grows with it

    void setAddress(const QString &address); // empty: a grey sign in place of it
    void setName(const QString &name);
    QString address() const { return m_address; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_side;
    QString m_address;
    QrMatrix m_matrix;
};

} // namespace accueil
