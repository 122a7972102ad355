// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/structure/chainmatch.h"

#include <QCoreApplication>

#include <optional>

namespace WhiteBox {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("WhiteBox::Structure", source);
}

Error notOfThisProtein(std::size_t chains, double identity)
{
    return Error{ErrorKind::Mismatch, text("The structure does not belong to the sequence"),
                 text("the best of %1 chains has %2 % identical residues, at least %3 % are asked for")
                     .arg(chains)
                     .arg(qRound(100 * identity))
                     .arg(qRound(100 * kLeastIdentity)),
                 text("Give the structure of the same protein or of a relative.")};
}

int identicalIn(const StructureMatch &match)
{
    return match.aligned - match.mismatches;
}

} // namespace

Result<StructureMatch> bestMatch(const std::vector<Structure> &chains, const std::string &query)
{
    std::optional<StructureMatch> best;
    std::optional<Error> tooLarge;
    for (const Structure &chain : chains) {
        Result<StructureMatch> match = matchStructure(chain, query);
        if (match.isOk() && (!best || identicalIn(match.value()) > identicalIn(*best)))
            best = std::move(match).value();
        else if (!match.isOk() && match.error().kind == ErrorKind::Resources)
            tooLarge = match.error();
    }
    if (best && best->identity >= kLeastIdentity)
        return *std::move(best);
    if (tooLarge)
        return *tooLarge;
    return notOfThisProtein(chains.size(), best ? best->identity : 0);
}

QString matchText(const StructureMatch &match, std::size_t chains)
{
    const int length = int(match.residueOf.size());
    const QString name = chains < 2
                             ? match.structure.name
                             : text("%1, which fits best of %2 chains").arg(match.structure.name).arg(chains);
    QString told = text("Structure %1: %2 of %3 residues aligned, identity %4 %, %5 mismatches, %6 missing.")
                       .arg(name)
                       .arg(match.aligned)
                       .arg(length)
                       .arg(qRound(100 * match.identity))
                       .arg(match.mismatches)
                       .arg(length - match.aligned);
    if (match.identity < kSameProtein)
        told += QLatin1Char(' ') + text("It is another protein's: compare with care.");
    return told;
}

QString matchNotice(const StructureMatch &match, std::size_t chains)
{
    const bool whole = match.aligned == int(match.residueOf.size()) && match.mismatches == 0;
    return whole && chains < 2 ? QString() : matchText(match, chains);
}

} // namespace WhiteBox
