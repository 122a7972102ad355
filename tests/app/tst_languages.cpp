// SPDX-License-Identifier: GPL-3.0-or-later
// The translations as they are built: English has its own, for the sake of one of a thing.
#include "widgets/bibliography.h"
#include "widgets/jobspanel.h"
#include "widgets/storagebox.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace WhiteBox;

class TestLanguages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCoreApplication::removeTranslator(&m_words); }
    void oneIsNotPluralInEnglish();
    void citationsSayInGermanWhatTheyAreFor();

private:
    void speak(const char *language)
    {
        QVERIFY(m_words.load(QStringLiteral(WB_TRANSLATIONS "/whitebox_") + QLatin1String(language)));
        QVERIFY(QCoreApplication::installTranslator(&m_words));
    }

    QTranslator m_words;
};

void TestLanguages::oneIsNotPluralInEnglish()
{
    speak("en");
    QCOMPARE(JobsPanel::tr("%n residues", nullptr, 1), QStringLiteral("1 residue"));
    QCOMPARE(JobsPanel::tr("%n residues", nullptr, 2), QStringLiteral("2 residues"));
    QCOMPARE(StorageBox::tr(" days", nullptr, 1), QStringLiteral(" day"));
    QCOMPARE(StorageBox::tr(" days", nullptr, 0), QStringLiteral(" days"));
}

void TestLanguages::citationsSayInGermanWhatTheyAreFor()
{
    const auto citations = parseCitations(citationsBibtex());
    QStringList english;
    for (const Citation &citation : citations)
        english << citation.html();
    speak("de");
    for (int n = 0; n < citations.size(); ++n)
        QVERIFY2(citations[n].fields.value(QStringLiteral("note")) ==
                         QStringLiteral("Guided backpropagation") ||
                     citations[n].html() != english[n],
                 qPrintable(english[n]));
}

QTEST_GUILESS_MAIN(TestLanguages)
#include "tst_languages.moc"
