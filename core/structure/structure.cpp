// SPDX-License-Identifier: GPL-3.0-or-later
// Global alignment with affine gaps (Needleman & Wunsch 1970; Gotoh 1982), gaps at the ends free, BLOSUM62
// (Henikoff & Henikoff 1992), gap opening 11 and extension 1 as in BLAST.
#include "core/structure/structure.h"

#include "core/base/systemmemory.h"
#include "core/sequence/aminoacid.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace WhiteBox {
namespace {

constexpr int kGapOpen = 11;
constexpr int kGapExtend = 1;
constexpr int kFewestAligned = 10;
constexpr std::size_t kFewestIdentical = 5;
constexpr std::size_t kShortQuery = 20;            ///< residues; that few align may be for want of more
constexpr int kUnknown = -1;                       ///< score of a residue that is none of the twenty
constexpr std::size_t kMostChainResidues = 100000; ///< titin, the longest known protein, has 35,000

// Rows and columns in the order of kStateLetters, ARNDCQEGHILKMFPSTWYV.
constexpr signed char kBlosum62[kAminoAcids][kAminoAcids] = {
    {4, -1, -2, -2, 0, -1, -1, 0, -2, -1, -1, -1, -1, -2, -1, 1, 0, -3, -2, 0},
    {-1, 5, 0, -2, -3, 1, 0, -2, 0, -3, -2, 2, -1, -3, -2, -1, -1, -3, -2, -3},
    {-2, 0, 6, 1, -3, 0, 0, 0, 1, -3, -3, 0, -2, -3, -2, 1, 0, -4, -2, -3},
    {-2, -2, 1, 6, -3, 0, 2, -1, -1, -3, -4, -1, -3, -3, -1, 0, -1, -4, -3, -3},
    {0, -3, -3, -3, 9, -3, -4, -3, -3, -1, -1, -3, -1, -2, -3, -1, -1, -2, -2, -1},
    {-1, 1, 0, 0, -3, 5, 2, -2, 0, -3, -2, 1, 0, -3, -1, 0, -1, -2, -1, -2},
    {-1, 0, 0, 2, -4, 2, 5, -2, 0, -3, -3, 1, -2, -3, -1, 0, -1, -3, -2, -2},
    {0, -2, 0, -1, -3, -2, -2, 6, -2, -4, -4, -2, -3, -3, -2, 0, -2, -2, -3, -3},
    {-2, 0, 1, -1, -3, 0, 0, -2, 8, -3, -3, -1, -2, -1, -2, -1, -2, -2, 2, -3},
    {-1, -3, -3, -3, -1, -3, -3, -4, -3, 4, 2, -3, 1, 0, -3, -2, -1, -3, -1, 3},
    {-1, -2, -3, -4, -1, -2, -3, -4, -3, 2, 4, -2, 2, 0, -3, -2, -1, -2, -1, 1},
    {-1, 2, 0, -1, -3, 1, 1, -2, -1, -3, -2, 5, -1, -3, -1, 0, -1, -3, -2, -2},
    {-1, -1, -2, -3, -1, 0, -2, -3, -2, 1, 2, -1, 5, 0, -2, -1, -1, -1, -1, 1},
    {-2, -3, -3, -3, -2, -3, -3, -3, -1, 0, 0, -3, 0, 6, -4, -2, -2, 1, 3, -1},
    {-1, -2, -2, -1, -3, -1, -1, -2, -2, -3, -3, -1, -2, -4, 7, -1, -1, -4, -3, -2},
    {1, -1, 1, 0, -1, 0, 0, 0, -1, -2, -2, 0, -1, -2, -1, 4, 1, -3, -2, -2},
    {0, -1, 0, -1, -1, -1, -1, -2, -2, -1, -1, -1, -1, -2, -1, 1, 5, -2, -2, 0},
    {-3, -3, -4, -4, -2, -2, -3, -2, -2, -3, -2, -3, -1, 1, -4, -3, -2, 11, 2, -3},
    {-2, -2, -2, -3, -2, -1, -2, -3, 2, -1, -1, -2, -1, 3, -3, -2, -2, 2, 7, -1},
    {0, -3, -3, -3, -1, -2, -2, -3, -3, 3, 1, -2, 1, -1, -2, -2, 0, -3, -1, 4},
};

int similarity(char p, char q)
{
    const int a = stateOf(p);
    const int b = stateOf(q);
    return a < kAminoAcids && b < kAminoAcids ? kBlosum62[a][b] : kUnknown;
}

enum class Layer : unsigned char { Match, GapInQuery, GapInStructure };

using Scores = std::array<int, 3>; ///< of the best alignment that ends in each layer

Layer best(const Scores &score)
{
    return Layer(std::max_element(score.begin(), score.end()) - score.begin());
}

/// Rows are residues of the structure, columns those of the query; a gap at either end costs nothing. Two
/// rows of scores are kept, and of each cell a byte that tells the way back: two bits a layer.
class Aligner
{
public:
    Aligner(const std::string &structure, const std::string &query)
        : m_structure(structure)
        , m_query(query)
        , m_width(query.size() + 1)
        , m_from((structure.size() + 1) * m_width)
        , m_above(m_width, Scores{0, 0, 0})
        , m_row(m_width, Scores{0, 0, 0})
    {
        for (std::size_t s = 1; s <= m_structure.size(); ++s) {
            for (std::size_t q = 1; q <= m_query.size(); ++q)
                fillCell(s, q);
            m_above.swap(m_row); // column 0 holds zeros in both
        }
    }

    static double memoryNeeded(std::size_t structure, std::size_t query)
    {
        return (double(structure) + 1) * (double(query) + 1) + 2.0 * sizeof(Scores) * (double(query) + 1);
    }

    /// For each residue of the query the aligned one of the structure, or −1.
    std::vector<int> trace() const
    {
        std::vector<int> residueOf(m_query.size(), -1);
        std::size_t s = m_structure.size();
        std::size_t q = m_query.size();
        Layer layer = best(m_above.back());
        while (s > 0 && q > 0) {
            const Layer from = Layer((m_from[s * m_width + q] >> (2 * int(layer))) & 3);
            if (layer == Layer::Match)
                residueOf[--q] = int(--s);
            else if (layer == Layer::GapInQuery)
                --s;
            else
                --q;
            layer = from;
        }
        return residueOf;
    }

private:
    void fillCell(std::size_t s, std::size_t q)
    {
        const Scores &diagonal = m_above[q - 1];
        const Layer before = best(diagonal);
        const int score = diagonal[std::size_t(before)] + similarity(m_structure[s - 1], m_query[q - 1]);
        m_row[q][0] = score;
        unsigned from = unsigned(before);
        from |= openOrExtend(m_above[q], Layer::GapInQuery, q, q == m_query.size());
        from |= openOrExtend(m_row[q - 1], Layer::GapInStructure, q, s == m_structure.size());
        m_from[s * m_width + q] = std::uint8_t(from);
    }

    /// Sets the score of a gap; gives the bits of the way back.
    unsigned openOrExtend(Scores score, Layer layer, std::size_t q, bool free)
    {
        for (std::size_t from = 0; from < 3; ++from)
            score[from] -= free ? 0 : Layer(from) == layer ? kGapExtend : kGapOpen;
        const Layer from = best(score);
        m_row[q][std::size_t(layer)] = score[std::size_t(from)];
        return unsigned(from) << (2 * int(layer));
    }

    const std::string &m_structure;
    const std::string &m_query;
    std::size_t m_width;
    std::vector<std::uint8_t> m_from;
    std::vector<Scores> m_above;
    std::vector<Scores> m_row;
};

QString text(const char *source)
{
    return QCoreApplication::translate("WhiteBox::Structure", source);
}

/// A hostile file can hold millions of residues: asked before anything is allocated.
Result<void> checkSize(const Structure &structure, std::size_t query)
{
    if (structure.residues.size() > kMostChainResidues) {
        return Error{ErrorKind::Resources, text("The structure is too large"),
                     text("%1 has %2 residues, at most %3 are taken")
                         .arg(structure.name)
                         .arg(structure.residues.size())
                         .arg(kMostChainResidues),
                     text("Use a file with the chain of interest alone.")};
    }
    return checkMemory(Aligner::memoryNeeded(structure.residues.size(), query),
                       text("Aligning %1 with the query").arg(structure.name),
                       text("Use a shorter chain, or a part of the protein (a domain)."));
}

float distanceBetween(const Position &p, const Position &q)
{
    return float(std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]));
}

/// Five residues in a row are met by chance in one of ten thousand chains of 300: a query that is too short
/// to align is believed where the structure has it as it is.
bool holdsAll(const StructureMatch &match)
{
    const auto &residueOf = match.residueOf;
    return residueOf.size() >= kFewestIdentical && match.mismatches == 0 &&
           std::ranges::adjacent_find(residueOf, [](int r, int next) { return r < 0 || next != r + 1; }) ==
               residueOf.end();
}

Error tooFewAligned(const StructureMatch &match)
{
    const std::size_t length = match.residueOf.size();
    const QString &chain = match.structure.name;
    if (length >= kShortQuery)
        return Error{ErrorKind::Mismatch, text("The structure does not belong to this protein"),
                     text("only %1 residues of %2 align with the query").arg(match.aligned).arg(chain),
                     text("Choose a structure of the same protein or of a near relative.")};
    return Error{ErrorKind::Mismatch, text("The structure cannot be matched to so few residues"),
                 text("%1 of the query's %2 residues align with %3, %4 of them otherwise")
                     .arg(match.aligned)
                     .arg(length)
                     .arg(chain)
                     .arg(match.mismatches),
                 text("Give a longer query or range, or a structure that has all of these residues.")};
}

} // namespace

Result<StructureMatch> matchStructure(const Structure &structure, const std::string &query)
{
    if (const auto size = checkSize(structure, query.size()); !size.isOk())
        return size.error();
    StructureMatch match;
    match.structure = structure;
    match.residueOf = Aligner(structure.residues, query).trace();
    for (std::size_t i = 0; i < query.size(); ++i) {
        if (match.residueOf[i] < 0)
            continue;
        ++match.aligned;
        match.mismatches += structure.residues[std::size_t(match.residueOf[i])] != query[i];
    }
    if (match.aligned < kFewestAligned && !holdsAll(match))
        return tooFewAligned(match);
    match.identity = double(match.aligned - match.mismatches) / double(match.aligned);
    return match;
}

QString missingCbNotice(const StructureMatch &match)
{
    const Structure &chain = match.structure;
    const auto isMissing = [&chain](int r) {
        return r >= 0 && chain.residues[std::size_t(r)] != 'G' &&
               chain.cb[std::size_t(r)] == chain.ca[std::size_t(r)];
    };
    const auto missing = std::ranges::count_if(match.residueOf, isMissing);
    if (missing == 0)
        return {};
    return QCoreApplication::translate("WhiteBox::Structure",
                                       "%1 of %2 aligned residues of %3 have no Cβ: Cα is used.")
        .arg(missing)
        .arg(match.aligned)
        .arg(chain.name);
}

DistanceMap trueDistances(const StructureMatch &match)
{
    const int length = int(match.residueOf.size());
    DistanceMap map(length);
    for (int i = 0; i < length; ++i) {
        for (int j = 0; j < length; ++j) {
            const int r = match.residueOf[std::size_t(i)];
            const int s = match.residueOf[std::size_t(j)];
            if (r < 0 || s < 0)
                continue;
            const std::array<const Position *, 2> first{&match.structure.ca[std::size_t(r)],
                                                        &match.structure.cb[std::size_t(r)]};
            const std::array<const Position *, 2> second{&match.structure.ca[std::size_t(s)],
                                                         &match.structure.cb[std::size_t(s)]};
            for (int c = 0; c < kDistanceChannels; ++c)
                map.at(c, i, j) = distanceBetween(*first[std::size_t(c / 2)], *second[std::size_t(c % 2)]);
        }
    }
    return map;
}

} // namespace WhiteBox
