// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pairhistory.h"

#include "widgets/pairselection.h"

namespace WhiteBox {

PairHistory::PairHistory(PairSelection *selection, QObject *parent)
    : QObject(parent)
    , m_selection(selection)
{
    connect(selection, &PairSelection::pairChanged, this, &PairHistory::note);
}

void PairHistory::goBack()
{
    if (canGoBack())
        go(m_at - 1);
}

void PairHistory::goForward()
{
    if (canGoForward())
        go(m_at + 1);
}

void PairHistory::note()
{
    const auto pair = m_selection->pair();
    if (!pair) {
        m_pairs.clear();
        m_at = 0;
    }
    if (m_going || !pair || (!m_pairs.empty() && m_pairs[m_at] == *pair))
        return;
    const bool wasGlance = !m_pairs.empty() && m_since.isValid() && m_since.elapsed() < kGlance;
    m_since.start();
    if (!m_pairs.empty())
        m_pairs.resize(m_at + 1); // what lay ahead was left
    // The first pair of all is kept: a drag begins there, and going back leads to it.
    if (wasGlance && m_at > 0)
        m_pairs.back() = *pair;
    else
        m_pairs.push_back(*pair);
    if (m_pairs.size() > kMost)
        m_pairs.erase(m_pairs.begin());
    m_at = m_pairs.size() - 1;
}

void PairHistory::go(std::size_t to)
{
    m_at = to;
    m_since.invalidate(); // whatever comes next is a new step
    m_going = true;
    m_selection->setPair(m_pairs[m_at]);
    m_going = false;
}

} // namespace WhiteBox
