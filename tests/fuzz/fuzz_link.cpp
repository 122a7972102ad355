// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/joblink.h"
#include "tests/fuzz/fuzzing.h"

using namespace WhiteBox;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(Fuzz::bytesOf(data, size));
    const auto id = parseJobLink(text);
    Fuzz::requireWords(id);
    if (!id.isOk())
        return 0;
    Fuzz::require(isMeantAsLink(text) && jobLink(id.value()) == text && id.value().size() == 16);
    for (const QChar c : id.value())
        Fuzz::require((c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'));
    return 0;
}
