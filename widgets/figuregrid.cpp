// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figuregrid.h"

#include <QGridLayout>

#include <algorithm>

namespace WhiteBox {

namespace {

/// Columns for n pictures: those with which the smaller side, in units of the least size, is largest. It is
/// scrolled downwards only, if anyhow possible.
int bestColumns(int n, const QSize &room, const QSize &least)
{
    int best = 1;
    double largest = 0;
    for (int columns = 1; columns <= std::max(1, std::min(n, room.width() / least.width())); ++columns) {
        const int rows = (n + columns - 1) / columns;
        const double size = std::min(double(room.width()) / columns / least.width(),
                                     double(room.height()) / rows / least.height());
        if (size > largest) {
            best = columns;
            largest = size;
        }
    }
    return best;
}

} // namespace

FigureGrid::FigureGrid(QWidget *parent)
    : QScrollArea(parent)
{
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    m_layout = new QGridLayout(content);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
}

void FigureGrid::add(QWidget *picture)
{
    m_pictures.push_back(picture);
    m_layout->addWidget(picture, int(m_pictures.size()) - 1, 0);
    setCount(int(m_pictures.size()));
}

void FigureGrid::setCount(int count)
{
    m_count = std::clamp(count, 0, int(m_pictures.size()));
    for (int k = 0; k < int(m_pictures.size()); ++k)
        m_pictures[std::size_t(k)]->setVisible(k < m_count);
    arrange();
}

void FigureGrid::arrange()
{
    QSize least(1, 1);
    for (QWidget *picture : m_pictures) {
        m_layout->removeWidget(picture);
        least = least.expandedTo(picture->minimumSizeHint());
    }
    // Without scroll bars: with them there would be less room, and another answer.
    m_columns = bestColumns(m_count, maximumViewportSize(), least);
    const int rows = (m_count + m_columns - 1) / m_columns;
    for (int k = 0; k < int(m_pictures.size()); ++k) {
        m_layout->setColumnStretch(k, k < m_columns ? 1 : 0);
        m_layout->setRowStretch(k, k < rows ? 1 : 0);
        m_layout->addWidget(m_pictures[std::size_t(k)], k / m_columns, k % m_columns);
    }
    m_layout->activate();
}

void FigureGrid::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

} // namespace WhiteBox
