// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzzing.h"
#include "widgets/viewstate.h"

#include <QJsonDocument>

#include <algorithm>

using namespace WhiteBox;

/// How a session file says that it is looked at.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QJsonObject state = QJsonDocument::fromJson(Fuzz::bytesOf(data, size)).object();
    ViewSettings settings;
    applyViewState(state, settings, false);
    Fuzz::require(settings.channel() >= 0 && settings.channel() < 4);
    Fuzz::require(!needsTruth(settings.lower()) && !needsTruth(settings.upper()));
    const auto pair = pairOf(state, 100);
    if (pair)
        Fuzz::require(std::min(pair->i, pair->j) >= 0 && std::max(pair->i, pair->j) < 100);
    const QJsonObject written = viewState(settings, pair);
    ViewSettings again;
    applyViewState(written, again, false);
    Fuzz::require(viewState(again, pair) == written);
    return 0;
}
