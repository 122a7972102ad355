// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/filekind.h"
#include "core/pipeline/inputcontent.h"
#include "tests/fuzz/fuzzing.h"

using namespace WhiteBox;

/// What a dropped file is, networks in zip archives among them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray head = Fuzz::bytesOf(data, size);
    (void)recogniseContent(head);
    Fuzz::require(!fileKind(head, QStringLiteral("none")).name.isEmpty());
    return 0;
}
