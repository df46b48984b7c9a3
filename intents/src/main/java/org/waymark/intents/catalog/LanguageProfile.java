package org.waymark.intents.catalog;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a language's folder says of itself ({@code <lang>/language.yaml}).
 *
 * @param language the language
 * @param complete whether any gap fails the build; otherwise gaps are warnings
 * @param reviewed whether a native speaker reviewed the texts
 * @param minimumUtterances how many written lines each intent needs
 * @param minimumOutOfScope how many lines the class of unanswered messages needs
 * @param minimumSituations how many situation messages the language needs in all
 * @param negations word sequences that say a person does not want something
 * @param neverSay word sequences that no answer may contain, such as promises of eligibility
 * @param convertedFrom the language whose texts a program puts into this one's script; null if it
 *     has texts of its own
 */
public record LanguageProfile(
    Locale language,
    boolean complete,
    boolean reviewed,
    int minimumUtterances,
    int minimumOutOfScope,
    int minimumSituations,
    List<String> negations,
    List<String> neverSay,
    @Nullable Locale convertedFrom) {}
