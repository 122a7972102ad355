// SPDX-License-Identifier: GPL-3.0-or-later
// Global alignment with affine gaps (Needleman & Wunsch 1970; Gotoh 1982), gaps at the ends free, BLOSUM62
// (Henikoff & Henikoff 1992), gap opening 11 and extension 1 as in BLAST.
#include "core/structure/structure.h"

#include "core/sequence/aminoacid.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace WhiteBox {
namespace {

constexpr int kGapOpen = 11;
constexpr int kGapExtend = 1;
constexpr int kFewestAligned = 10;
constexpr int kUnknown = -1; ///< score of a residue that is none of the twenty
constexpr int kImpossible = -1'000'000'000;

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

struct Cell
{
    std::array<int, 3> score{kImpossible, kImpossible, kImpossible};
    std::array<Layer, 3> from{Layer::Match, Layer::Match, Layer::Match};
};

Layer best(const std::array<int, 3> &score)
{
    return Layer(std::max_element(score.begin(), score.end()) - score.begin());
}

/// Rows are residues of the structure, columns those of the query; a gap at either end costs nothing.
class Aligner
{
public:
    Aligner(const std::string &structure, const std::string &query)
        : m_structure(structure)
        , m_query(query)
        , m_width(query.size() + 1)
        , m_cells((structure.size() + 1) * m_width)
    {
        fill();
    }

    /// For each residue of the query the aligned one of the structure, or −1.
    std::vector<int> trace() const
    {
        std::vector<int> residueOf(m_query.size(), -1);
        std::size_t s = m_structure.size();
        std::size_t q = m_query.size();
        Layer layer = best(cell(s, q).score);
        while (s > 0 && q > 0) {
            const Layer from = cell(s, q).from[std::size_t(layer)];
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
    const Cell &cell(std::size_t s, std::size_t q) const { return m_cells[s * m_width + q]; }

    void fill()
    {
        for (std::size_t s = 0; s <= m_structure.size(); ++s) {
            for (std::size_t q = 0; q <= m_query.size(); ++q) {
                if (s == 0 || q == 0)
                    m_cells[s * m_width + q].score = {0, 0, 0};
                else
                    fillCell(s, q);
            }
        }
    }

    void fillCell(std::size_t s, std::size_t q)
    {
        Cell &target = m_cells[s * m_width + q];
        const Cell &diagonal = cell(s - 1, q - 1);
        const Layer before = best(diagonal.score);
        target.score[0] = diagonal.score[std::size_t(before)] + similarity(m_structure[s - 1], m_query[q - 1]);
        target.from[0] = before;
        openOrExtend(target, cell(s - 1, q), Layer::GapInQuery, q == m_query.size());
        openOrExtend(target, cell(s, q - 1), Layer::GapInStructure, s == m_structure.size());
    }

    static void openOrExtend(Cell &target, const Cell &source, Layer layer, bool free)
    {
        std::array<int, 3> score = source.score;
        for (std::size_t from = 0; from < 3; ++from)
            score[from] -= free ? 0 : Layer(from) == layer ? kGapExtend : kGapOpen;
        const Layer from = best(score);
        target.score[std::size_t(layer)] = score[std::size_t(from)];
        target.from[std::size_t(layer)] = from;
    }

    const std::string &m_structure;
    const std::string &m_query;
    std::size_t m_width;
    std::vector<Cell> m_cells;
};

float distanceBetween(const Position &p, const Position &q)
{
    return float(std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]));
}

} // namespace

Result<StructureMatch> matchStructure(const Structure &structure, const std::string &query)
{
    StructureMatch match;
    match.structure = structure;
    match.residueOf = Aligner(structure.residues, query).trace();
    for (std::size_t i = 0; i < query.size(); ++i) {
        if (match.residueOf[i] < 0)
            continue;
        ++match.aligned;
        match.mismatches += structure.residues[std::size_t(match.residueOf[i])] != query[i];
    }
    if (match.aligned < kFewestAligned) {
        const auto text = [](const char *source) {
            return QCoreApplication::translate("WhiteBox::Structure", source);
        };
        return Error{ErrorKind::Mismatch, text("The structure does not belong to this protein"),
                     text("only %1 residues of %2 align with the query").arg(match.aligned).arg(structure.name),
                     text("Choose a structure of the same protein or of a near relative.")};
    }
    match.identity = double(match.aligned - match.mismatches) / double(match.aligned);
    return match;
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
