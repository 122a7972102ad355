// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeswissprot.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>

namespace WhiteBox {

namespace {

const QByteArray kLetters = "-ABCDEFGHIKLMNPQRSTVWXYZU*OJ";

QByteArray bigEndian(int number)
{
    QByteArray bytes(4, '\0');
    qToBigEndian<quint32>(quint32(number), bytes.data());
    return bytes;
}

QByteArray text(const QByteArray &value)
{
    return bigEndian(int(value.size())) + value;
}

/// Blast-def-line-set with one title; lengths from 128 on take a byte more.
QByteArray titleRecord(const QByteArray &title)
{
    QByteArray length(1, char(title.size()));
    if (title.size() >= 0x100)
        length = QByteArray("\x82", 1) + bigEndian(int(title.size())).right(2);
    else if (title.size() >= 0x80)
        length.prepend(char(0x81));
    return QByteArray("\x30\x80\x30\x80\xa0\x80\x1a", 7) + length + title + QByteArray(8, '\0');
}

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
}

} // namespace

void writeBlastDatabase(const QString &base, const BlastRecords &records)
{
    QByteArray titles;
    QByteArray letters(1, '\0');
    QByteArray titleOffsets = bigEndian(0);
    QByteArray letterOffsets = bigEndian(1);
    qsizetype residues = 0;
    qsizetype longest = 0;
    for (const auto &[title, sequence] : records) {
        titles += titleRecord(title);
        for (const char c : sequence)
            letters += char(kLetters.indexOf(c));
        letters += '\0';
        residues += sequence.size();
        longest = std::max(longest, sequence.size());
        titleOffsets += bigEndian(int(titles.size()));
        letterOffsets += bigEndian(int(letters.size()));
    }
    QByteArray count(8, '\0');
    qToLittleEndian<qint64>(residues, count.data());
    write(base + QStringLiteral(".pin"), bigEndian(4) + bigEndian(1) + text("made up") +
                                             text("Jan 20, 2022") + bigEndian(int(records.size())) + count +
                                             bigEndian(int(longest)) + titleOffsets + letterOffsets);
    write(base + QStringLiteral(".phr"), titles);
    write(base + QStringLiteral(".psq"), letters);
}

void writeFakeSwissProt(const QString &folder)
{
    const QByteArray residues = "MADKELKFLVVDDFSTMRRIVRNLLKELGFNNVEEAEDGVDALNKLQ";
    const QString path = folder + QStringLiteral("/dataset_201401/%1/goasp.fasta");
    write(folder + QStringLiteral("/dataversion.txt"), "201401\n");
    writeBlastDatabase(path.arg(QStringLiteral("BPO")), {{"A1|GO:0000001", residues}});
    writeBlastDatabase(path.arg(QStringLiteral("CCO")),
                       {{"A1|GO:0000002", residues},
                        {"B2|" + QByteArray("GO:0000003,").repeated(20), residues}, // 223 letters
                        {"D4|" + QByteArray("GO:0000003,").repeated(40), residues}});
    writeBlastDatabase(path.arg(QStringLiteral("MFO")), {{"C3|GO:0000004", "MXBZUOJ*W"}});
}

} // namespace WhiteBox
