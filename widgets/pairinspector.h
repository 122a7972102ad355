// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alignment/columnstatistics.h"
#include "core/store/jobresult.h"
#include "widgets/pairselection.h"
#include "widgets/textview.h"

namespace WhiteBox {

/// What is known of the selected pair: residues, the four distances predicted and true, the coupling score
/// and ranks.
class PairInspector : public TextView
{
    Q_OBJECT

public:
    explicit PairInspector(PairSelection *selection, QWidget *parent = nullptr);

    void setResult(std::shared_ptr<const JobResult> result);
    /// Coverage and conservation of each residue in the alignment; empty: not known.
    void setColumns(std::vector<ColumnStatistics> columns);
    QSize sizeHint() const override { return {250, 380}; }

private:
    void refresh();
    /// Rows of the one table; empty where nothing is known.
    QString scoreRows(ResiduePair pair) const;
    QString columnRows(ResiduePair pair) const;

    PairSelection *m_selection;
    std::shared_ptr<const JobResult> m_result;
    std::optional<DistanceMap> m_truth;
    std::vector<ColumnStatistics> m_columns;
};

} // namespace WhiteBox
