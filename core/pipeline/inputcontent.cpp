// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/inputcontent.h"

#include "core/sequence/fastareader.h"
#include "core/sequence/inputfile.h"

#include <QtEndian>

#include <algorithm>

namespace WhiteBox {

namespace {

constexpr int kFieldStates = 20; ///< values a line in the first part of a raw file

QByteArrayView firstLine(const QByteArray &text, bool skipComments)
{
    QByteArrayView found;
    forEachLine(text, [&](qint64, QByteArrayView line) {
        const QByteArrayView trimmed = line.trimmed();
        if (trimmed.isEmpty() || (skipComments && trimmed.startsWith('#')))
            return true;
        found = line;
        return false;
    });
    return found;
}

/// Record names of PDB files that may come first, as they stand in columns 1 to 6.
bool isPdb(QByteArrayView line)
{
    for (const char *record : {"HEADER ", "TITLE ", "COMPND ", "REMARK ", "CRYST1 ", "SEQRES ", "EXPDTA ",
                               "AUTHOR ", "ATOM  ", "HETATM", "PARENT ", "EXPDTA ", "OBSLTE ", "SPLIT "})
        if (line.startsWith(record))
            return true;
    // MODEL could begin a protein: the number makes it a record.
    return line.startsWith("MODEL  ") && line.sliced(6).trimmed().toByteArray().toInt() > 0;
}

bool isStructure(const QByteArray &text)
{
    const QByteArrayView line = firstLine(text, true);
    const QByteArray json = text.trimmed(); // mmJSON: {"data_1ABA": …
    return line.startsWith("data_") || isPdb(line) ||
           (json.startsWith('{') && json.mid(1).trimmed().startsWith("\"data_"));
}

bool isNumber(QByteArrayView word)
{
    QByteArray text = word.toByteArray();
    text.replace(',', '.'); // written under a locale with decimal commas
    bool ok = false;
    text.toDouble(&ok);
    return ok;
}

/// Values in a line of numbers, 0 when anything else is in it.
int countNumbers(QByteArrayView line)
{
    const QList<QByteArray> words = line.toByteArray().simplified().split(' ');
    const bool numbers =
        std::all_of(words.begin(), words.end(), [](const QByteArray &word) { return isNumber(word); });
    return numbers ? int(words.size()) : 0;
}

InputContent numbersContent(const QByteArray &text, int columns)
{
    if (columns != kFieldStates)
        return InputContent::ScoreMatrix;
    // A matrix of 20 columns has 20 rows and no "# i j" lines.
    int rows = 0;
    bool pairs = false;
    forEachLine(text, [&](qint64, QByteArrayView line) {
        pairs = pairs || (line.startsWith("# ") && countNumbers(line.sliced(2)) == 2);
        rows += !line.trimmed().isEmpty() && !line.startsWith('#') ? 1 : 0;
        return !pairs && rows <= kFieldStates;
    });
    return pairs || rows > kFieldStates ? InputContent::RawCouplings : InputContent::ScoreMatrix;
}

bool isCcmpredMsgpack(const QByteArray &head)
{
    if (head.isEmpty())
        return false;
    const uchar first = uchar(head[0]);
    const bool map = (first & 0xf0) == 0x80 || first == 0xde || first == 0xdf;
    return map && (head.contains("ccm-1") || head.contains("x_single") || head.contains("x_pair"));
}

bool isDatabase(const QByteArray &text)
{
    int records = 0;
    bool gaps = false;
    forEachLine(text, [&](qint64, QByteArrayView line) {
        if (line.startsWith('>'))
            ++records;
        else
            gaps = gaps || line.contains('-');
        return !gaps;
    });
    return !gaps && records > kMostQueries;
}

bool isArray(const QByteArray &head)
{
    return head.startsWith("\x93NUMPY") || head.startsWith(QByteArrayView("\x89HDF\r\n\x1a\n", 8));
}

/// safetensors: the length of the header, 8 bytes, and the header as JSON. TorchScript: an archive with
/// pickles.
bool isNetwork(const QByteArray &head)
{
    if (head.startsWith("PK\x03\x04"))
        return head.contains("/data.pkl") || head.contains("/constants.pkl") || head.contains("/code/");
    constexpr quint64 kMostHeader = 100'000'000; // safetensors' own limit
    return head.size() > 8 && head[8] == '{' && head[7] == '\0' &&
           qFromLittleEndian<quint64>(head.constData()) <= kMostHeader;
}

} // namespace

InputContent recogniseContent(const QByteArray &head)
{
    if (isCcmpredMsgpack(head))
        return InputContent::BinaryCouplings;
    if (isArray(head))
        return InputContent::Array;
    if (isNetwork(head))
        return InputContent::Network;
    const Result<QByteArray> clean = cleanInputText(head, {});
    if (!clean.isOk())
        return InputContent::Text; // its reader names what it is
    const QByteArray &text = clean.value();
    if (isStructure(text))
        return InputContent::Structure;
    if (const int columns = countNumbers(firstLine(text, true)); columns >= 2)
        return numbersContent(text, columns);
    return isDatabase(text) ? InputContent::Database : InputContent::Text;
}

} // namespace WhiteBox
