// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sequence/acidpair.h"

#include "core/sequence/aminoacid.h"

#include <QCoreApplication>

namespace WhiteBox {

namespace {

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AcidPair)
};

/// 0..20, or −1 for what is neither an amino acid nor the gap.
int stateTyped(QChar letter)
{
    const auto at = kStateLetters.find(letter.toUpper().toLatin1());
    return letter.unicode() > 0x7F || at == std::string_view::npos ? -1 : int(at);
}

} // namespace

Result<int> parseAcidPair(const QString &name)
{
    const int a = name.size() == 2 ? stateTyped(name[0]) : -1;
    const int b = name.size() == 2 ? stateTyped(name[1]) : -1;
    if (a >= 0 && b >= 0)
        return a * kStates + b;
    const QString letters = QString::fromLatin1(kStateLetters.data(), qsizetype(kStateLetters.size()));
    return Error{ErrorKind::InvalidInput, Text::tr("There is no amino-acid pair \"%1\"").arg(name),
                 Text::tr("a pair is two of %1").arg(letters), Text::tr("Give pairs such as AR, DK.")};
}

} // namespace WhiteBox
