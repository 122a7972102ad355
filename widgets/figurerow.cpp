// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figurerow.h"

#include <QPainter>

#include <algorithm>

namespace WhiteBox {

namespace {

constexpr double kBetween = 16;

} // namespace

MosaicRow::MosaicRow(QString name, QString title)
    : m_name(std::move(name))
    , m_title(std::move(title))
{}

void MosaicRow::setPictures(const std::vector<MosaicPicture> &pictures)
{
    m_painters.assign(pictures.size(), MosaicPainter());
    for (std::size_t k = 0; k < pictures.size(); ++k)
        m_painters[k].setPicture(pictures[k]);
}

QSizeF MosaicRow::figureSize() const
{
    const double count = double(std::max<std::size_t>(1, m_painters.size()));
    return {count * 480 + (count - 1) * kBetween, 450};
}

void MosaicRow::paintFigure(QPainter &painter, const QRectF &rect, const FigureStyle &style) const
{
    painter.fillRect(rect, style.background);
    const auto count = double(std::max<std::size_t>(1, m_painters.size()));
    const double width = (rect.width() - (count - 1) * kBetween) / count;
    for (std::size_t k = 0; k < m_painters.size(); ++k)
        m_painters[k].paint(
            painter, QRectF(rect.left() + double(k) * (width + kBetween), rect.top(), width, rect.height()),
            style);
}

} // namespace WhiteBox
