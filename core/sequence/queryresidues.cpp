// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sequence/queryresidues.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace WhiteBox {

namespace {

struct QueryResidues
{
    Q_DECLARE_TR_FUNCTIONS(QueryResidues)
};

constexpr int kComplexityWindow = 12;
constexpr double kComplexityBits = 2.2;

double windowEntropy(std::string_view window)
{
    std::array<int, 256> counts{};
    for (const char c : window)
        ++counts[static_cast<unsigned char>(c)];
    double bits = 0;
    for (const int count : counts)
        if (count > 0)
            bits -= double(count) / double(window.size()) * std::log2(double(count) / double(window.size()));
    return bits;
}

/// "12, 40 and 3 more", 1-based.
QString positionsText(const std::vector<int> &positions)
{
    constexpr std::size_t kShown = 5;
    QStringList shown;
    for (std::size_t k = 0; k < std::min(kShown, positions.size()); ++k)
        shown << QString::number(positions[k] + 1);
    const QString list = shown.join(QStringLiteral(", "));
    return positions.size() > kShown
               ? QueryResidues::tr("%1 and %2 more").arg(list).arg(positions.size() - kShown)
               : list;
}

} // namespace

bool looksLikeNucleotides(std::string_view letters)
{
    if (letters.size() < 20)
        return false;
    std::size_t bases = 0;
    for (const char c : letters)
        bases += std::string_view("ACGTUNacgtun").find(c) != std::string_view::npos ? 1U : 0U;
    return 10 * bases >= 9 * letters.size();
}

QString nucleotideNotice()
{
    return QueryResidues::tr("This looks like DNA or RNA, not like a protein.");
}

double lowComplexityShare(std::string_view residues)
{
    if (residues.size() < kComplexityWindow)
        return 0;
    std::size_t low = 0;
    std::size_t covered = 0; // everything before it has been counted
    for (std::size_t i = 0; i + kComplexityWindow <= residues.size(); ++i) {
        if (windowEntropy(residues.substr(i, kComplexityWindow)) > kComplexityBits)
            continue;
        low += i + kComplexityWindow - std::max(i, covered);
        covered = i + kComplexityWindow;
    }
    return double(low) / double(residues.size());
}

std::string strictResidues(std::string_view letters, QStringList *notices)
{
    constexpr std::string_view kReplaced = "UBJOZ";
    std::array<std::vector<int>, kReplaced.size()> changed;
    std::string residues(letters);
    int lower = 0;
    for (std::size_t i = 0; i < residues.size(); ++i) {
        char &c = residues[i];
        if (c >= 'a' && c <= 'z') {
            c = char(c - 'a' + 'A');
            ++lower;
        }
        const auto kind = kReplaced.find(c);
        if (kind == std::string_view::npos)
            continue;
        changed[kind].push_back(int(i));
        c = kind == 0 ? 'C' : 'X';
    }
    if (lower > 0)
        *notices << QueryResidues::tr("%1 lower-case letters were read as upper case.").arg(lower);
    for (std::size_t kind = 0; kind < kReplaced.size(); ++kind)
        if (!changed[kind].empty())
            *notices << QueryResidues::tr("%1 was replaced by %2 at %3.")
                            .arg(QLatin1Char(kReplaced[kind]))
                            .arg(QLatin1Char(kind == 0 ? 'C' : 'X'))
                            .arg(positionsText(changed[kind]));
    return residues;
}

} // namespace WhiteBox
