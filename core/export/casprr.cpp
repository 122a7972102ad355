// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/casprr.h"

#include "core/export/textfile.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <vector>

namespace WhiteBox {

namespace {

constexpr int kLineOfSequence = 50;
constexpr double kLeastConfidence = 0.005; // what two decimals round to 0

/// CASP's lines are words: nothing in a name may end one.
QByteArray word(const QString &text, const char *otherwise)
{
    const QByteArray name = text.simplified().toLatin1().replace(' ', '_');
    return name.isEmpty() ? QByteArray(otherwise) : name;
}

struct Contact
{
    float distance;
    int i;
    int j;
};

std::vector<Contact> contactsOf(const DistanceMap &map, const CaspRrOptions &options)
{
    const bool mixed = options.channel == DistanceChannel::CaCb || options.channel == DistanceChannel::CbCa;
    const DistanceChannel mirrored = !mixed                                     ? options.channel
                                     : options.channel == DistanceChannel::CaCb ? DistanceChannel::CbCa
                                                                                : DistanceChannel::CaCb;
    std::vector<Contact> contacts;
    for (int i = 0; i < map.length(); ++i)
        for (int j = i + options.minimumSeparation; j < map.length(); ++j) {
            const float distance = (map.at(options.channel, i, j) + map.at(mirrored, j, i)) / 2;
            if (!std::isnan(distance) &&
                contactConfidence(distance, options.cutoffAngstrom) >= kLeastConfidence)
                contacts.push_back({distance, i, j});
        }
    std::sort(contacts.begin(), contacts.end(), [](const Contact &a, const Contact &b) {
        return std::tie(a.distance, a.i, a.j) < std::tie(b.distance, b.i, b.j);
    });
    return contacts;
}

} // namespace

double contactConfidence(float distanceAngstrom, float cutoffAngstrom)
{
    return 1.0 / (1.0 + std::exp(double(distanceAngstrom) - double(cutoffAngstrom)));
}

QByteArray caspRrText(const Sequence &sequence, const DistanceMap &map, const CaspRrOptions &options)
{
    QByteArray text = "PFRMAT RR\nTARGET " + word(sequence.name, "query") + '\n';
    text += "AUTHOR WhiteBox\n";
    text += "REMARK Confidence is a logistic function of the predicted distance and is not calibrated.\n";
    text += "METHOD " +
            (options.method.isEmpty() ? QByteArray("White Box") : options.method.simplified().toLatin1()) +
            "\nMODEL 1\n";
    const auto residues = QByteArray::fromStdString(sequence.residues);
    for (qsizetype at = 0; at < residues.size(); at += kLineOfSequence)
        text += residues.mid(at, kLineOfSequence) + '\n';
    const QByteArray cutoff = QByteArray::number(double(options.cutoffAngstrom), 'g', 4);
    for (const Contact &contact : contactsOf(map, options))
        text += QByteArray::number(contact.i + 1) + ' ' + QByteArray::number(contact.j + 1) + " 0 " + cutoff +
                ' ' +
                QByteArray::number(contactConfidence(contact.distance, options.cutoffAngstrom), 'f', 4) +
                '\n';
    return text + "END\n";
}

Result<void> writeCaspRr(const QString &path, const Sequence &sequence, const DistanceMap &map,
                         const CaspRrOptions &options)
{
    return writeTextFile(path, caspRrText(sequence, map, options));
}

} // namespace WhiteBox
