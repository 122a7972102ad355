// SPDX-License-Identifier: GPL-3.0-or-later
// The only file that includes gemmi: its headers take long to compile. gemmi throws; nothing passes on from
// here.
#include "core/structure/structurereader.h"

#include "core/sequence/inputfile.h"
#include "core/structure/chainmatch.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wnull-dereference"
#endif
#include <gemmi/mmread.hpp>
#include <gemmi/resinfo.hpp>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <exception>
#include <limits>
#include <stdexcept>

namespace WhiteBox {
namespace {

constexpr qint64 kMaxBytes = qint64(512) << 20;

QString text(const char *source)
{
    return QCoreApplication::translate("WhiteBox::Structure", source);
}

/// What gemmi is given of a PDB file. Records other than these say nothing that is used here, and some gemmi
/// 0.5 reads beyond their end (LINK).
struct CoordinateRecords
{
    QByteArray text;
    qint64 lineWithoutNumbers = 0; ///< the first whose coordinates are none, which gemmi takes for 0; from 1
};

bool hasCoordinates(const QByteArray &line)
{
    return std::ranges::all_of(std::array{30, 38, 46}, [&](int column) {
        bool isNumber = false;
        const double value = line.mid(column, 8).trimmed().toDouble(&isNumber);
        return isNumber && std::isfinite(value);
    });
}

CoordinateRecords coordinateRecords(const QByteArray &data)
{
    CoordinateRecords records;
    records.text.reserve(data.size());
    forEachLine(data, [&](qint64 number, QByteArrayView whole) {
        const QByteArray line = whole.first(std::min<qsizetype>(whole.size(), 80)).toByteArray();
        const QByteArray name = line.left(4).toUpper(); // gemmi looks at no more of it
        const bool isAtom = name == "ATOM" || name == "HETA";
        if (isAtom && !hasCoordinates(line))
            records.lineWithoutNumbers = number;
        if (isAtom || name == "MODE" || name.startsWith("TER") || name.startsWith("END"))
            records.text += line + '\n';
        return records.lineWithoutNumbers == 0;
    });
    return records;
}

/// The same of mmJSON: the atoms, with a value in each row. gemmi 0.5 takes it for granted that there is one.
QByteArray atomSites(const QByteArray &json)
{
    const QJsonObject file = QJsonDocument::fromJson(json).object();
    const QJsonObject sites = file.begin() == file.end()
                                  ? QJsonObject()
                                  : file.begin()->toObject()[QStringLiteral("atom_site")].toObject();
    const auto hasRows = [&](const QJsonValue &column) {
        return !column.toArray().isEmpty() && column.toArray().size() == sites.begin()->toArray().size();
    };
    if (file.size() != 1 || sites.isEmpty() || !std::all_of(sites.begin(), sites.end(), hasRows))
        throw std::runtime_error("its atom_site is missing or ragged");
    const QJsonObject atoms{{QStringLiteral("atom_site"), sites}};
    return QJsonDocument(QJsonObject{{file.begin().key(), atoms}}).toJson(QJsonDocument::Compact);
}

/// gemmi quotes the line that it does not understand, with its end.
QString reasonOf(const std::exception &failure)
{
    constexpr int kLongest = 160;
    const QString reason = QString::fromUtf8(failure.what()).simplified();
    const QString shown = reason.size() <= kLongest ? reason : reason.left(kLongest) + QStringLiteral("…");
    return text("it is damaged (%1)").arg(shown);
}

Position positionOf(const gemmi::Atom *atom)
{
    return {atom->pos.x, atom->pos.y, atom->pos.z};
}

char letterOf(const gemmi::Residue &residue)
{
    const gemmi::ResidueInfo info = gemmi::find_tabulated_residue(residue.name);
    const char letter = char(std::toupper(static_cast<unsigned char>(info.one_letter_code)));
    return info.is_amino_acid() && letter >= 'A' && letter <= 'Z' ? letter : 'X';
}

void appendResidue(Structure &structure, const gemmi::Residue &residue)
{
    const gemmi::Atom *ca = residue.find_atom("CA", '*', gemmi::El::C);
    if (!ca)
        return;
    const gemmi::Atom *cb = residue.find_atom("CB", '*', gemmi::El::C);
    structure.residues.push_back(letterOf(residue));
    structure.labels.push_back(QString::fromStdString(residue.seqid.str()));
    structure.ca.push_back(positionOf(ca));
    structure.cb.push_back(positionOf(cb ? cb : ca));
}

/// What of a chain was chosen by a rule that not everybody would guess.
struct Choices
{
    int alternates = 0; ///< residues with alternate locations
    int modified = 0;
    int withoutCa = 0;
};

void count(Choices &choices, const gemmi::Residue &residue)
{
    const gemmi::ResidueInfo info = gemmi::find_tabulated_residue(residue.name);
    if (!info.is_amino_acid())
        return;
    const auto isAlternate = [](const gemmi::Atom &atom) { return atom.altloc != '\0'; };
    choices.alternates += std::ranges::any_of(residue.atoms, isAlternate) ? 1 : 0;
    choices.modified += info.is_standard() ? 0 : 1;
    choices.withoutCa += residue.find_atom("CA", '*', gemmi::El::C) ? 0 : 1;
}

void tellChoices(Structure &structure, const Choices &choices, std::size_t models)
{
    if (models > 1)
        structure.notices << text("%1: the first of %2 models was taken.").arg(structure.name).arg(models);
    if (choices.alternates > 0)
        structure.notices << text("%1: the first of several locations was taken for %2 of its residues.")
                                 .arg(structure.name)
                                 .arg(choices.alternates);
    if (choices.modified > 0)
        structure.notices << text("%1: modified residues were read as the amino acids they come from (%2).")
                                 .arg(structure.name)
                                 .arg(choices.modified);
    if (choices.withoutCa > 0)
        structure.notices
            << text("%1: residues without Cα were left out (%2).").arg(structure.name).arg(choices.withoutCa);
}

std::vector<Structure> chainsOf(const gemmi::Structure &file, const QString &name)
{
    std::vector<Structure> chains;
    if (file.models.empty())
        return chains;
    const QString title = file.name.empty() ? QFileInfo(name).fileName() : QString::fromStdString(file.name);
    for (const gemmi::Chain &chain : file.models.front().chains) {
        Structure structure;
        structure.name = text("%1 chain %2").arg(title, QString::fromStdString(chain.name));
        Choices choices;
        for (const gemmi::Residue &residue : chain.first_conformer()) {
            appendResidue(structure, residue);
            count(choices, residue);
        }
        tellChoices(structure, choices, file.models.size());
        structure.secondary = assignSecondaryStructure(structure.ca);
        if (structure.length() > 0)
            chains.push_back(std::move(structure));
    }
    return chains;
}

bool isFinite(const Position &position)
{
    return std::ranges::all_of(position, [](double value) { return std::isfinite(value); });
}

/// Coordinates that no protein has would be judged as if they were true: at one point, all are in contact.
Result<void> checkCoordinates(const Structure &chain, const QString &name)
{
    const QString remedy = text("Give a file with the coordinates of every residue.");
    std::vector<std::size_t> order;
    for (std::size_t r = 0; r < chain.ca.size(); ++r) {
        if (!isFinite(chain.ca[r]) || !isFinite(chain.cb[r]))
            return Error::parse(
                name, 0,
                text("the coordinates of residue %1 of %2 are not numbers").arg(chain.labels[r], chain.name),
                remedy);
        order.push_back(r);
    }
    std::ranges::stable_sort(order, {}, [&](std::size_t r) { return chain.ca[r]; });
    const auto same = std::ranges::adjacent_find(order, {}, [&](std::size_t r) { return chain.ca[r]; });
    if (same == order.end())
        return {};
    const Position &at = chain.ca[*same];
    return Error::parse(name, 0,
                        text("residues %1 and %2 of %3 lie at the same point (%4, %5, %6)")
                            .arg(chain.labels[*same], chain.labels[*(same + 1)], chain.name)
                            .arg(at[0])
                            .arg(at[1])
                            .arg(at[2]),
                        remedy);
}

} // namespace

Result<std::vector<Structure>> parseStructureChains(QByteArray data, const QString &name)
{
    std::vector<Structure> chains;
    try {
        const auto format = gemmi::coor_format_from_content(data.data(), data.data() + data.size());
        if (format == gemmi::CoorFormat::Mmjson)
            data = atomSites(data);
        if (format == gemmi::CoorFormat::Pdb) {
            auto records = coordinateRecords(data);
            if (records.lineWithoutNumbers > 0)
                return Error::parse(name, records.lineWithoutNumbers,
                                    text("expected three coordinates in columns 31 to 54"),
                                    text("Use a complete file with the chain of interest."));
            data = std::move(records.text);
        }
        gemmi::Structure file = gemmi::read_structure_from_char_array(
            data.data(), std::size_t(data.size()), QFileInfo(name).completeBaseName().toStdString());
        file.merge_chain_parts();
        chains = chainsOf(file, name);
    } catch (const std::exception &failure) {
        return Error::parse(name, 0, reasonOf(failure), text("Choose a PDB or mmCIF file."));
    }
    if (chains.empty()) {
        return Error{ErrorKind::InvalidInput, text("There is no protein in the structure"),
                     text("%1 holds no residue with a Cα atom").arg(name),
                     text("Choose a PDB or mmCIF file with a protein chain."), name};
    }
    for (const Structure &chain : chains)
        if (auto checked = checkCoordinates(chain, name); !checked.isOk())
            return std::move(checked).error();
    return chains;
}

Result<std::vector<Structure>> readStructureChains(const QString &path)
{
    auto bytes = loadInputBytes(path, kMaxBytes);
    if (!bytes.isOk())
        return std::move(bytes).error();
    return parseStructureChains(std::move(bytes).value(), path);
}

Result<StructureMatch> readMatchingChain(const QString &path, const std::string &query)
{
    return readStructureChains(path).andThen([&](std::vector<Structure> &&chains) {
        auto match = bestMatch(chains, query);
        if (match.isOk())
            return match;
        Error error = match.error();
        error.file = path;
        return Result<StructureMatch>(error);
    });
}

} // namespace WhiteBox
