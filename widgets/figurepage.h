// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figurepanel.h"

#include <QStringList>

namespace WhiteBox {

/// One page: the map with the selected pair, its receptive field, gradient and coevolution tiles, and the
/// caption that says what is seen. The panels are borrowed.
class FigurePage : public FigurePanel
{
public:
    FigurePage(QString title, QStringList caption, const FigurePanel &map, const FigurePanel &gradient,
               const FigurePanel &couplings, const FigurePanel &field);

    QString figureTitle() const override { return m_title; }
    QString figureFileName() const override { return QStringLiteral("figure"); }
    QSizeF figureSize() const override { return {980, 1130}; }
    void paintFigure(QPainter &painter, const QRectF &rect, const FigureStyle &style) const override;

private:
    QString m_title;
    QStringList m_caption;
    const FigurePanel &m_map;
    const FigurePanel &m_gradient;
    const FigurePanel &m_couplings;
    const FigurePanel &m_field;
};

} // namespace WhiteBox
