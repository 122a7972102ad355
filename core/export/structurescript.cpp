// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/structurescript.h"

#include "core/attribution/windowstatistics.h"
#include "core/export/textfile.h"
#include "core/structure/distancemap.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace WhiteBox {

namespace {

constexpr std::size_t kLines = 10; // neighbouring pairs that are joined: more would hide the structure

/// For lupdate, which knows a function's texts by the class it belongs to.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StructureScript)
};

const Position *positionOf(const StructureMatch &match, int residue, bool beta)
{
    const int at = match.residueOf[std::size_t(residue)];
    if (at < 0)
        return nullptr;
    const Position &position = (beta ? match.structure.cb : match.structure.ca)[std::size_t(at)];
    return std::any_of(position.begin(), position.end(), [](double x) { return !std::isfinite(x); })
               ? nullptr
               : &position;
}

/// Glycine has none, and neither do residues whose Cβ was not resolved: Cα stands for it.
bool hasBeta(const StructureMatch &match, int residue)
{
    const Position *alpha = positionOf(match, residue, false);
    const Position *beta = positionOf(match, residue, true);
    return alpha != nullptr && beta != nullptr && *alpha != *beta;
}

const char *atomOf(const StructureMatch &match, int residue, bool beta)
{
    return beta && hasBeta(match, residue) ? "CB" : "CA";
}

struct Line
{
    ResiduePair pair;
    double share = 0; ///< of the strongest line
};

/// The window's strongest neighbours of the pair, those that the structure has; strongest first.
std::vector<Line> strongestNeighbours(const ExplainedStructure &explained)
{
    const GradientWindow &window = explained.window;
    const std::vector<float> sums = sumOverTiles(window);
    const int r = window.radius();
    std::vector<Line> lines;
    for (int di = -r, k = 0; di <= r; ++di)
        for (int dj = -r; dj <= r; ++dj, ++k) {
            const ResiduePair pair{window.pair.i + di, window.pair.j + dj};
            const double sum = double(sums[std::size_t(k)]); // NaN outside of the protein
            if ((di == 0 && dj == 0) || !(sum > 0) || pair.i == pair.j ||
                positionOf(explained.match, pair.i, false) == nullptr ||
                positionOf(explained.match, pair.j, false) == nullptr)
                continue;
            lines.push_back({pair, sum});
        }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const Line &a, const Line &b) { return a.share > b.share; });
    lines.resize(std::min(lines.size(), kLines));
    const double largest = lines.empty() ? 1 : lines.front().share;
    for (Line &line : lines)
        line.share /= largest;
    return lines;
}

using Rgb = std::array<int, 3>;

/// Light grey to vermilion (Okabe & Ito 2008). share: of the largest.
Rgb colorOf(double share)
{
    constexpr Rgb kNone{220, 220, 220};
    constexpr Rgb kMost{213, 94, 0};
    Rgb color{};
    for (std::size_t k = 0; k < color.size(); ++k)
        color[k] = kNone[k] + int(std::lround(share * (kMost[k] - kNone[k])));
    return color;
}

struct Coloured
{
    int residue;
    Rgb color;
};

std::vector<Coloured> colouredResidues(const ExplainedStructure &explained, const std::vector<double> &shares)
{
    const double largest = *std::max_element(shares.begin(), shares.end());
    std::vector<Coloured> found;
    for (std::size_t k = 0; k < shares.size(); ++k)
        if (shares[k] > 0 && positionOf(explained.match, int(k), false) != nullptr)
            found.push_back({int(k), colorOf(shares[k] / largest)});
    return found;
}

Error notInStructure(const ExplainedStructure &explained)
{
    const ResiduePair pair = explained.window.pair;
    return {ErrorKind::Mismatch, Text::tr("The pair cannot be shown on the structure"),
            Text::tr("%1 of %2 is not resolved in it")
                .arg(pair.text(explained.query), explained.match.structure.name),
            Text::tr("Choose a pair whose residues are in the structure, or another structure.")};
}

/// Comments cannot end before their line does.
QByteArray comments(const QStringList &lines)
{
    QByteArray text;
    for (const QString &line : lines)
        text += "# " + line.simplified().toUtf8() + '\n';
    return text;
}

/// The atoms whose distance the channel predicts.
std::array<const char *, 2> pairAtoms(const ExplainedStructure &explained)
{
    const auto channel = DistanceChannel(explained.window.channel);
    const bool betaI = channel == DistanceChannel::CbCa || channel == DistanceChannel::CbCb;
    const bool betaJ = channel == DistanceChannel::CaCb || channel == DistanceChannel::CbCb;
    return {atomOf(explained.match, explained.window.pair.i, betaI),
            atomOf(explained.match, explained.window.pair.j, betaJ)};
}

QByteArray chimeraXText(const ExplainedStructure &explained, const std::vector<double> &shares,
                        const QString &structureFile)
{
    const auto atom = [](int residue, const char *name) {
        return QByteArray("/A:") + QByteArray::number(residue + 1) + '@' + name;
    };
    QByteArray text = comments(explained.caption);
    text += "open \"" + structureFile.toUtf8() + "\"\nhide atoms\nhide cartoons\n";
    int previous = -1;
    for (int k = 0; k < int(explained.query.size()); ++k) {
        if (positionOf(explained.match, k, false) == nullptr)
            continue;
        if (previous >= 0 && previous == k - 1)
            text += "pbond " + atom(previous, "CA") + ' ' + atom(k, "CA") +
                    " color #c8c8c8 radius 0.25 dashes 0 reveal true name trace\n";
        previous = k;
    }
    text += "color #dcdcdc atoms\n";
    for (const Coloured &each : colouredResidues(explained, shares))
        text += QStringLiteral("color /A:%1 #%2%3%4\n")
                    .arg(each.residue + 1)
                    .arg(each.color[0], 2, 16, QLatin1Char('0'))
                    .arg(each.color[1], 2, 16, QLatin1Char('0'))
                    .arg(each.color[2], 2, 16, QLatin1Char('0'))
                    .toLatin1();
    for (const Line &line : strongestNeighbours(explained))
        text += "pbond " + atom(line.pair.i, atomOf(explained.match, line.pair.i, true)) + ' ' +
                atom(line.pair.j, atomOf(explained.match, line.pair.j, true)) + " color #d55e00 radius " +
                QByteArray::number(0.02 + 0.1 * line.share, 'f', 3) + " dashes 0 name neighbours\n";
    const ResiduePair pair = explained.window.pair;
    const auto atoms = pairAtoms(explained);
    text += QStringLiteral("show /A:%1,%2 atoms\nstyle /A:%1,%2 ball\nlabel /A:%1,%2 residues\n")
                .arg(pair.i + 1)
                .arg(pair.j + 1)
                .toLatin1();
    if (pair.i != pair.j)
        text += "distance " + atom(pair.i, atoms[0]) + ' ' + atom(pair.j, atoms[1]) + '\n';
    return text + "view\n";
}

QByteArray pyMolText(const ExplainedStructure &explained, const std::vector<double> &shares,
                     const QByteArray &pdb)
{
    const auto atom = [](int residue, const char *name) {
        return "(whitebox and resi " + QByteArray::number(residue + 1) + " and name " + name + ')';
    };
    QByteArray text = comments(explained.caption);
    text += "python\ncmd.read_pdbstr('''" + pdb +
            "''', 'whitebox')\npython end\n"
            "hide everything, whitebox\nset cartoon_trace_atoms, 1, whitebox\nshow cartoon, whitebox\n"
            "color grey80, whitebox\n";
    for (const Coloured &each : colouredResidues(explained, shares))
        text +=
            QStringLiteral("set_color whitebox_%1, [%2, %3, %4]\ncolor whitebox_%1, whitebox and resi %1\n")
                .arg(each.residue + 1)
                .arg(each.color[0])
                .arg(each.color[1])
                .arg(each.color[2])
                .toLatin1();
    int count = 0;
    for (const Line &line : strongestNeighbours(explained))
        text += "distance neighbour_" + QByteArray::number(++count) + ", " +
                atom(line.pair.i, atomOf(explained.match, line.pair.i, true)) + ", " +
                atom(line.pair.j, atomOf(explained.match, line.pair.j, true)) + '\n';
    if (count > 0)
        text += "group neighbours, neighbour_*\nhide labels, neighbours\nset dash_gap, 0, neighbours\n"
                "set dash_radius, 0.06, neighbours\nset dash_color, orange, neighbours\n";
    const ResiduePair pair = explained.window.pair;
    const auto atoms = pairAtoms(explained);
    text += QStringLiteral("show spheres, whitebox and resi %1+%2\nset sphere_scale, 0.3, whitebox\n"
                           "label whitebox and name CA and resi %1+%2, \"%s%s\" % (oneletter, resi)\n")
                .arg(pair.i + 1)
                .arg(pair.j + 1)
                .toLatin1();
    if (pair.i != pair.j)
        text += "distance pair, " + atom(pair.i, atoms[0]) + ", " + atom(pair.j, atoms[1]) + '\n';
    return text + "orient whitebox\n";
}

/// What both scripts show.
struct Shown
{
    std::vector<double> shares;
    QByteArray pdb;
};

Result<Shown> shownOf(const ExplainedStructure &explained)
{
    const ResiduePair pair = explained.window.pair;
    if (positionOf(explained.match, pair.i, false) == nullptr ||
        positionOf(explained.match, pair.j, false) == nullptr)
        return notInStructure(explained);
    Shown shown{residueShares(explained.window), {}};
    auto pdb = tracePdb(explained.match, explained.query, shown.shares);
    if (!pdb.isOk())
        return std::move(pdb).error();
    shown.pdb = std::move(pdb).value();
    return shown;
}

} // namespace

std::vector<double> residueShares(const GradientWindow &window)
{
    std::vector<double> shares(std::size_t(window.length), 0.0);
    const std::vector<float> sums = sumOverTiles(window);
    double total = 0;
    const int r = window.radius();
    for (int di = -r, k = 0; di <= r; ++di)
        for (int dj = -r; dj <= r; ++dj, ++k) {
            const double sum = double(sums[std::size_t(k)]);
            if (!(sum > 0)) // NaN outside of the protein
                continue;
            shares[std::size_t(window.pair.i + di)] += sum;
            shares[std::size_t(window.pair.j + dj)] += sum;
            total += 2 * sum;
        }
    if (total > 0)
        for (double &share : shares)
            share /= total;
    return shares;
}

Result<QByteArray> tracePdb(const StructureMatch &match, std::string_view query,
                            const std::vector<double> &shares)
{
    const Error tooLarge{ErrorKind::Unsupported, Text::tr("The structure cannot be written as PDB"),
                         Text::tr("the format ends at residue 9999 and at 9999 Å"),
                         Text::tr("Use a part of the protein (--range).")};
    if (query.size() > 9999)
        return tooLarge;
    QByteArray text;
    int serial = 0;
    for (int k = 0; k < int(query.size()); ++k)
        for (const bool beta : {false, true}) {
            const Position *position = positionOf(match, k, beta);
            if (position == nullptr || (beta && !hasBeta(match, k)))
                continue;
            const auto fits = [](double x) { return x > -999 && x < 9999; };
            if (!std::all_of(position->begin(), position->end(), fits))
                return tooLarge;
            const int state = stateOf(query[std::size_t(k)]);
            const QByteArray name =
                state >= 0 && state < kStates - 1 ? QByteArray(threeLetterName(state)).toUpper() : "UNK";
            text +=
                QString::asprintf("ATOM  %5d  %-3s %3s A%4d    %8.3f%8.3f%8.3f  1.00%6.2f           C  \n",
                                  ++serial, beta ? "CB" : "CA", name.constData(), k + 1, (*position)[0],
                                  (*position)[1], (*position)[2], 100 * shares[std::size_t(k)])
                    .toLatin1();
        }
    return text + "END\n";
}

Result<QStringList> writeChimeraXScript(const QString &path, const ExplainedStructure &explained)
{
    const auto shown = shownOf(explained);
    if (!shown.isOk())
        return shown.error();
    // Not STEM.pdb, which may well be the user's own structure; only what needs no quoting in a command.
    const QFileInfo script(path);
    QString stem = script.completeBaseName();
    stem.replace(QRegularExpression(QStringLiteral("[^A-Za-z0-9._-]")), QStringLiteral("_"));
    if (stem != script.completeBaseName()) // others may become the same words
        stem += QLatin1Char('-') +
                QString::fromLatin1(
                    QCryptographicHash::hash(script.completeBaseName().toUtf8(), QCryptographicHash::Sha256)
                        .toHex()
                        .left(8));
    const QString structure = script.path() + QLatin1Char('/') + stem + QStringLiteral(".whitebox.pdb");
    if (auto written = writeTextFile(structure, shown.value().pdb); !written.isOk())
        return std::move(written).error();
    // ChimeraX looks for it in the script's folder.
    const QByteArray text = chimeraXText(explained, shown.value().shares, QFileInfo(structure).fileName());
    if (auto written = writeTextFile(path, text); !written.isOk())
        return std::move(written).error();
    return QStringList{path, structure};
}

Result<QStringList> writePyMolScript(const QString &path, const ExplainedStructure &explained)
{
    const auto shown = shownOf(explained);
    if (!shown.isOk())
        return shown.error();
    const QByteArray text = pyMolText(explained, shown.value().shares, shown.value().pdb);
    if (auto written = writeTextFile(path, text); !written.isOk())
        return std::move(written).error();
    return QStringList{path};
}

} // namespace WhiteBox
