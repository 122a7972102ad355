// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figurepage.h"

#include <QFontMetricsF>
#include <QPainter>

namespace WhiteBox {

FigurePage::FigurePage(QString title, QStringList caption, const FigurePanel &map,
                       const FigurePanel &gradient, const FigurePanel &couplings, const FigurePanel &field)
    : m_title(std::move(title))
    , m_caption(std::move(caption))
    , m_map(map)
    , m_gradient(gradient)
    , m_couplings(couplings)
    , m_field(field)
{}

void FigurePage::paintFigure(QPainter &painter, const QRectF &rect, const FigureStyle &style) const
{
    painter.save();
    painter.fillRect(rect, style.background);
    const QFont heading = style.scaledFont(1.4, true);
    const QFontMetricsF metrics(heading);
    painter.setFont(heading);
    painter.setPen(style.text);
    painter.drawText(QRectF(rect.left(), rect.top(), rect.width(), metrics.height()), Qt::AlignLeft,
                     metrics.elidedText(m_title, Qt::ElideRight, rect.width()));
    const double top = rect.top() + metrics.height() + 8;
    const double upper = 520;
    const double lower = 428;
    const double field = 330;
    const double half = (rect.width() - 10) / 2;
    m_map.paintFigure(painter, QRectF(rect.left(), top, rect.width() - field - 10, upper), style);
    m_field.paintFigure(painter, QRectF(rect.right() - field, top + 20, field, upper - 60), style);
    m_gradient.paintFigure(painter, QRectF(rect.left(), top + upper + 10, half, lower), style);
    m_couplings.paintFigure(painter, QRectF(rect.right() - half, top + upper + 10, half, lower), style);
    painter.setFont(style.scaledFont(0.85));
    painter.setPen(style.text);
    const double below = top + upper + lower + 22;
    painter.drawText(QRectF(rect.left(), below, rect.width(), rect.bottom() - below), Qt::TextWordWrap,
                     m_caption.join(QLatin1Char('\n')));
    painter.restore();
}

} // namespace WhiteBox
