// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/proteindataset.h"

#include "core/sequence/inputfile.h"
#include "core/structure/structurereader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cmath>

namespace WhiteBox {
namespace {

constexpr qint64 kMaxAlignmentBytes = qint64(256) << 20;

QString text(const char *source)
{
    return QCoreApplication::translate("WhiteBox::ProteinDataSet", source);
}

} // namespace

Result<std::vector<DataSetChain>> readDataSet(const QString &folder, const QString &split)
{
    const QDir dir(folder);
    const QString path = dir.filePath(QStringLiteral("splits.tsv"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text)) {
        return Error::io(path, text("The data set cannot be read"), file.errorString(),
                         text("The folder must hold splits.tsv, msa/ and structures/."));
    }
    const QStringList header = QString::fromUtf8(file.readLine()).trimmed().split(QLatin1Char('\t'));
    const auto idColumn = header.indexOf(QStringLiteral("id"));
    const auto lengthColumn = header.indexOf(QStringLiteral("L"));
    const auto splitColumn = header.indexOf(QStringLiteral("split"));
    if (idColumn < 0 || lengthColumn < 0 || splitColumn < 0)
        return Error::parse(path, 1, text("expected columns id, L and split"),
                            text("The folder must be laid out as its README says."));
    std::vector<DataSetChain> chains;
    for (qint64 line = 2; !file.atEnd(); ++line) {
        const QStringList fields = QString::fromUtf8(file.readLine()).split(QLatin1Char('\t'));
        if (fields.size() <= std::max({idColumn, lengthColumn, splitColumn}))
            return Error::parse(path, line,
                                text("expected %1 columns, found %2").arg(header.size()).arg(fields.size()),
                                text("The folder must be laid out as its README says."));
        DataSetChain chain{
            fields[idColumn].trimmed(), fields[splitColumn].trimmed(), fields[lengthColumn].toInt(), {}, {}};
        if (chain.id.isEmpty() || chain.id.contains(QLatin1Char('/')) || chain.length <= 0)
            return Error::parse(path, line, text("expected an id and a length"),
                                text("The folder must be laid out as its README says."));
        chain.alignmentPath = dir.filePath(QStringLiteral("msa/%1.aln.gz").arg(chain.id));
        chain.structurePath = dir.filePath(QStringLiteral("structures/%1.pdb.gz").arg(chain.id));
        if (split.isEmpty() || chain.split == split)
            chains.push_back(std::move(chain));
    }
    if (chains.empty()) {
        return Error{ErrorKind::InvalidInput, text("There is nothing to work on"),
                     text("%1 has no chain of split \"%2\"").arg(path, split),
                     text("Name a split of that file."), path};
    }
    return chains;
}

Result<Alignment> readDataSetAlignment(const DataSetChain &chain)
{
    auto bytes = loadInputBytes(chain.alignmentPath, kMaxAlignmentBytes);
    if (!bytes.isOk())
        return std::move(bytes).error();
    std::vector<std::uint8_t> states;
    states.reserve(std::size_t(bytes.value().size()));
    qint64 number = 0;
    for (const QByteArray &line : bytes.value().split('\n')) {
        ++number;
        const QByteArray row = line.trimmed();
        if (row.isEmpty())
            continue;
        if (row.size() != chain.length) {
            return Error::parse(chain.alignmentPath, number,
                                text("expected %1 columns, found %2").arg(chain.length).arg(row.size()),
                                text("The folder must be laid out as its README says."));
        }
        for (const char letter : row)
            states.push_back(stateOf(letter));
    }
    if (states.empty())
        return Error::parse(chain.alignmentPath, 1, text("the alignment is empty"),
                            text("The folder must be laid out as its README says."));
    return Alignment(chain.length, std::move(states));
}

Result<DistanceMap> readDataSetTruth(const DataSetChain &chain, const Alignment &alignment)
{
    auto match = readMatchingChain(chain.structurePath, alignment.letters(0));
    if (!match.isOk())
        return std::move(match).error();
    return trueDistances(match.value());
}

void SeparationMeans::add(const DistanceMap &truth)
{
    const auto length = std::size_t(truth.length());
    if (m_sums.size() < length) {
        m_sums.resize(length);
        m_counts.resize(length);
    }
    for (int i = 0; i < truth.length(); ++i) {
        for (int j = i; j < truth.length(); ++j) {
            const float distance = truth.at(DistanceChannel::CbCb, i, j);
            if (std::isnan(distance))
                continue;
            m_sums[std::size_t(j - i)] += double(distance);
            m_counts[std::size_t(j - i)] += 1;
        }
    }
}

std::vector<float> SeparationMeans::means() const
{
    std::vector<float> means(m_sums.size());
    for (std::size_t n = 0; n < means.size(); ++n)
        means[n] = m_counts[n] > 0 ? float(m_sums[n] / m_counts[n]) : n > 0 ? means[n - 1] : 0.0F;
    return means;
}

} // namespace WhiteBox
