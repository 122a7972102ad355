// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/residuepair.h"

#include <QElapsedTimer>
#include <QObject>

#include <vector>

namespace WhiteBox {

class PairSelection;

/// The pairs that were looked at, to go back and forward through as a browser does. A drag over the map is
/// one step: what was left within kGlance is not kept. No pair: another protein, whose pairs are others.
class PairHistory : public QObject
{
    Q_OBJECT

public:
    static constexpr int kGlance = 700; ///< ms
    static constexpr std::size_t kMost = 200;

    /// selection outlives it.
    explicit PairHistory(PairSelection *selection, QObject *parent = nullptr);

    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_pairs.size(); }
    void goBack();
    void goForward();

private:
    void note();
    void go(std::size_t to);

    PairSelection *m_selection;
    std::vector<ResiduePair> m_pairs;
    std::size_t m_at = 0; ///< the one that is looked at, where there is any
    QElapsedTimer m_since;
    bool m_going = false;
};

} // namespace WhiteBox
