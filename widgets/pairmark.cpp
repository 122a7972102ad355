// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pairmark.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace WhiteBox {

namespace {

constexpr double kLegendRadius = 4;

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PairMark)
};

QColor colorOf(TopPair::Verdict verdict)
{
    switch (verdict) {
    case TopPair::Verdict::True:
        return {0x00, 0x72, 0xB2};
    case TopPair::Verdict::False:
        return {0xD5, 0x00, 0x00};
    case TopPair::Verdict::Unknown:
        break;
    }
    return Qt::black;
}

QString meaningOf(TopPair::Verdict verdict)
{
    switch (verdict) {
    case TopPair::Verdict::True:
        return Text::tr("contact");
    case TopPair::Verdict::False:
        return Text::tr("no contact");
    case TopPair::Verdict::Unknown:
        break;
    }
    return Text::tr("truth unknown");
}

} // namespace

void paintMark(QPainter &painter, const QPointF &centre, double radius, TopPair::Verdict verdict)
{
    const auto draw = [&] {
        if (verdict == TopPair::Verdict::False) {
            painter.drawLine(centre + QPointF(-radius, -radius), centre + QPointF(radius, radius));
            painter.drawLine(centre + QPointF(-radius, radius), centre + QPointF(radius, -radius));
        } else {
            painter.drawEllipse(centre, radius, radius);
        }
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::white, 3)); // a rim keeps the mark apart from dark and light cells alike
    draw();
    painter.setPen(QPen(colorOf(verdict), 1.5));
    draw();
    painter.restore();
}

void paintMarksLegend(QPainter &painter, const QRectF &line, const std::vector<TopPair> &marks,
                      const QString &note, const FigureStyle &style)
{
    painter.save();
    painter.setFont(style.scaledFont(0.9));
    const QFontMetricsF metrics(painter.font());
    const QString shown = metrics.elidedText(note, Qt::ElideRight, line.width());
    painter.setPen(style.text);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, shown);
    double x = line.left() + metrics.horizontalAdvance(shown) + 14;
    painter.setPen(style.muted);
    for (const auto verdict : {TopPair::Verdict::True, TopPair::Verdict::False, TopPair::Verdict::Unknown}) {
        const bool occurs = std::any_of(marks.begin(), marks.end(),
                                        [verdict](const TopPair &mark) { return mark.verdict == verdict; });
        const QString meaning = meaningOf(verdict);
        const double width = 2 * kLegendRadius + 6 + metrics.horizontalAdvance(meaning);
        if (!occurs || x + width > line.right())
            continue;
        paintMark(painter, {x + kLegendRadius, line.center().y()}, kLegendRadius, verdict);
        painter.drawText(QRectF(x + 2 * kLegendRadius + 6, line.top(), line.right() - x, line.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, meaning);
        x += width + 14;
    }
    painter.restore();
}

} // namespace WhiteBox
