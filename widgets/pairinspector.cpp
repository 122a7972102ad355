// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pairinspector.h"

#include "widgets/colorbar.h"
#include "widgets/pairranking.h"
#include "widgets/resultlayers.h"

#include <cmath>

namespace WhiteBox {

namespace {

constexpr int kMinimumSeparation = 6; ///< nearer pairs are contacts by the chain alone

QString row(const QString &name, const QString &value, const QString &second = {})
{
    return QStringLiteral("<tr><td>%1</td><td align='right'>&nbsp;&nbsp;%2</td><td "
                          "align='right'>&nbsp;&nbsp;%3</td></tr>")
        .arg(name, value, second);
}

QString angstrom(float value)
{
    return std::isnan(value) ? QStringLiteral("–")
                             : QStringLiteral("%1 Å")
                                   .arg(double(value), 0, 'f', 1)
                                   .replace(QLatin1Char('-'), QChar(0x2212));
}

QString small(const QString &sentence)
{
    return QStringLiteral("<p><small>%1</small></p>").arg(sentence);
}

QString residueText(const JobResult &result, int i)
{
    const char letter = result.query.residues[std::size_t(i)];
    const int state = stateOf(letter);
    QString text = state == int(kGap)
                       ? QStringLiteral("X%1").arg(i + 1)
                       : QStringLiteral("%1%2").arg(QLatin1String(threeLetterName(state))).arg(i + 1);
    if (result.structure && result.structure->residueOf[std::size_t(i)] >= 0) {
        const Structure &structure = result.structure->structure;
        const auto k = std::size_t(result.structure->residueOf[std::size_t(i)]);
        text += PairInspector::tr(" (%1 in %2: %3)")
                    .arg(structure.labels[k].toHtmlEscaped(), structure.name.toHtmlEscaped())
                    .arg(QLatin1Char(structure.residues[k]));
    }
    return text;
}

} // namespace

PairInspector::PairInspector(PairSelection *selection, QWidget *parent)
    : TextView(parent)
    , m_selection(selection)
{
    setAccessibleName(tr("Pair inspector"));
    connect(selection, &PairSelection::pairChanged, this, &PairInspector::refresh);
    refresh();
}

void PairInspector::setResult(std::shared_ptr<const JobResult> result)
{
    m_result = std::move(result);
    m_truth.reset();
    if (m_result && m_result->structure)
        m_truth = trueDistances(*m_result->structure);
    refresh();
}

void PairInspector::setColumns(std::vector<ColumnStatistics> columns)
{
    m_columns = std::move(columns);
    refresh();
}

QString PairInspector::scoreRows(ResiduePair pair) const
{
    const auto length = std::size_t(m_result->length());
    if (m_result->couplingScore.size() != length * length)
        return {};
    const float score = m_result->couplingScore[std::size_t(pair.i) * length + std::size_t(pair.j)];
    QString rows = row(tr("Coupling score"), shortNumber(double(score)));
    if (pair.separation() >= kMinimumSeparation)
        rows += row(tr("Its rank, |i−j| ≥ %1").arg(kMinimumSeparation),
                    QString::number(scoreRank(*m_result, pair, kMinimumSeparation)));
    return rows;
}

QString PairInspector::columnRows(ResiduePair pair) const
{
    if (int(m_columns.size()) != m_result->length())
        return {};
    const ColumnStatistics &i = m_columns[std::size_t(pair.i)];
    const ColumnStatistics &j = m_columns[std::size_t(pair.j)];
    const auto percent = [](float share) {
        return QStringLiteral("%1 %").arg(100 * double(share), 0, 'f', 0);
    };
    return row(tr("In the alignment"), QStringLiteral("i"), QStringLiteral("j")) +
           row(tr("Coverage"), percent(i.coverage), percent(j.coverage)) +
           row(tr("Conservation"), shortNumber(double(i.conservation)), shortNumber(double(j.conservation)));
}

void PairInspector::refresh()
{
    const auto pair = m_selection->pair();
    if (!m_result || !pair || pair->i >= m_result->length() || pair->j >= m_result->length()) {
        showHtml(tr("Click a pair on the map: its distances, its truth and what explains it appear here."));
        return;
    }
    const JobResult &result = *m_result;
    const int separation = pair->separation();
    QString html = QStringLiteral("<h3>%1</h3>").arg(pair->text(result.query.residues));
    html += QStringLiteral("<p>i = %1<br>j = %2<br>%3</p>")
                .arg(residueText(result, pair->i), residueText(result, pair->j),
                     separation == 1 ? tr("neighbours") : tr("%1 residues apart").arg(separation));
    html += QStringLiteral("<table>") + row(QString(), tr("predicted"), m_truth ? tr("true") : QString());
    for (int c = 0; c < kDistanceChannels && result.predicted; ++c)
        html += row(channelName(c), angstrom(result.predicted->at(c, pair->i, pair->j)),
                    m_truth ? angstrom(m_truth->at(c, pair->i, pair->j)) : QString());
    if (result.predicted && separation >= kMinimumSeparation)
        html += row(tr("Rank by Cβ–Cβ, |i−j| ≥ %1").arg(kMinimumSeparation),
                    QString::number(distanceRank(result, *pair, kMinimumSeparation)));
    html += scoreRows(*pair) + columnRows(*pair) + QStringLiteral("</table>");
    if (separation < kMinimumSeparation)
        html += small(
            tr("Nearer than %1 residues: close by the chain alone, not ranked.").arg(kMinimumSeparation));
    if (!m_truth)
        html += small(tr("Drop a PDB or mmCIF file on the window to see the truth."));
    showHtml(html);
}

} // namespace WhiteBox
