// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/snugbox.h"

#include <QEvent>

#include <algorithm>
#include <cmath>

namespace WhiteBox {

SnugBox::SnugBox(QWidget *picture, QWidget *note, HeightFor heightFor, QWidget *parent)
    : QWidget(parent)
    , m_picture(picture)
    , m_note(note)
    , m_heightFor(std::move(heightFor))
{
    m_picture->setParent(this);
    if (m_note)
        m_note->setParent(this);
    // As the pictures: above and below there is no seam.
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

int SnugBox::noteHeight(int width) const
{
    return m_note ? std::max(m_note->minimumSizeHint().height(), m_note->heightForWidth(width)) : 0;
}

void SnugBox::arrange()
{
    const int note = noteHeight(width());
    const int room = std::max(0, height() - note);
    const int picture = int(std::min(double(room), std::ceil(m_heightFor(width()))));
    const int top = (room - picture) / 2;
    m_picture->setGeometry(0, top, width(), picture);
    if (m_note)
        m_note->setGeometry(0, top + picture, width(), note);
}

QSize SnugBox::sizeHint() const
{
    const QSize picture = m_picture->sizeHint();
    return {picture.width(), picture.height() + noteHeight(picture.width())};
}

QSize SnugBox::minimumSizeHint() const
{
    const QSize picture = m_picture->minimumSizeHint();
    return {std::max(picture.width(), m_note ? m_note->minimumWidth() : 0),
            picture.height() + (m_note ? m_note->minimumSizeHint().height() : 0)};
}

bool SnugBox::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) {
        arrange();
        updateGeometry();
    }
    return QWidget::event(event);
}

void SnugBox::resizeEvent(QResizeEvent *)
{
    arrange();
}

} // namespace WhiteBox
