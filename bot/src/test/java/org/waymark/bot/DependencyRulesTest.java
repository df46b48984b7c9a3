package org.waymark.bot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Locale;

/** Who may use whom, with the reason for each rule. */
@AnalyzeClasses(packages = "org.waymark", importOptions = ImportOption.DoNotIncludeTests.class)
class DependencyRulesTest {

  @ArchTest
  static final ArchRule librariesDoNotKnowSpring =
      noClasses()
          .that()
          .resideInAnyPackage("org.waymark.localization..", "org.waymark.intents..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework..")
          .because("others shall be able to use the two libraries without this application");

  @ArchTest
  static final ArchRule librariesDoNotKnowTheBot =
      noClasses()
          .that()
          .resideInAnyPackage("org.waymark.localization..", "org.waymark.intents..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.waymark.bot..")
          .because("the arrow points from the application to the libraries");

  @ArchTest
  static final ArchRule localizationDoesNotKnowIntents =
      noClasses()
          .that()
          .resideInAPackage("org.waymark.localization..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.waymark.intents..")
          .because("a language can be identified without knowing what is asked");

  @ArchTest
  static final ArchRule intentsDoNotKnowLocalization =
      noClasses()
          .that()
          .resideInAPackage("org.waymark.intents..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.waymark.localization..")
          .because("java.util.Locale is all that the two libraries share");

  @ArchTest
  static final ArchRule onlyLocalizationUsesLingua =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.waymark.localization..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.github.pemistahl..")
          .because("another detector must change one package only");

  @ArchTest
  static final ArchRule onlyTheLibrariesUseIcu =
      noClasses()
          .that()
          .resideInAPackage("org.waymark.bot..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.ibm.icu..")
          .because("what depends on a language's rules belongs to localization or intents");

  @ArchTest
  static final ArchRule onlyTheCatalogUsesYaml =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.waymark.intents.catalog..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.snakeyaml..", "org.yaml..")
          .because("the catalog's file format must change one package only");

  @ArchTest
  static final ArchRule onlyTheClassifierUsesOpenNlp =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.waymark.intents.classifier..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("opennlp..")
          .because("another classifier must change one package only");

  @ArchTest
  static final ArchRule onlyTelegramUsesTelegramsLibrary =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.waymark.bot.telegram..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.telegram..", "okhttp3..")
          .because("the conversation must not know through which platform it takes place");

  @ArchTest
  static final ArchRule dialogueIsPure =
      noClasses()
          .that()
          .haveSimpleNameStartingWith("Dialogue")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "java.sql..", "java.time..", "java.net..")
          .because("deciding is a function of the conversation and of what was understood");

  @ArchTest
  static final ArchRule nobodyAsksForTheDefaultLocale =
      noClasses()
          .should()
          .callMethod(Locale.class, "getDefault")
          .orShould()
          .callMethod(Locale.class, "setDefault", Locale.class)
          .because("two people speak two languages at once, and the server's is neither");

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      classes()
          .should()
          .haveSimpleNameNotEndingWith("Impl")
          .andShould()
          .haveSimpleNameNotEndingWith("Manager")
          .andShould()
          .haveSimpleNameNotEndingWith("Helper")
          .andShould()
          .haveSimpleNameNotEndingWith("Utils")
          .andShould()
          .haveSimpleNameNotEndingWith("Info")
          .because("such a name says nothing that the reader did not know");
}
