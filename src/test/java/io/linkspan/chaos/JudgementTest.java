package io.linkspan.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.chaos.Accounts.Fate;
import io.linkspan.chaos.Accounts.Wrong;
import io.linkspan.chaos.Judgement.Given;
import io.linkspan.chaos.Judgement.State;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The suite's own judge can say no. */
class JudgementTest {
    private static final long A = 100;
    private static final long B = 200;
    private static final long C = 300;

    @Test
    void countsEachStateOnce() {
        Accounts accounts = judged(states(A, B, B, C), Map.of(), given(A, B, C));
        assertThat(accounts.of(Fate.DELIVERED)).isEqualTo(3);
        assertThat(accounts.of(Fate.UNCHANGED)).isEqualTo(1);
        assertThat(accounts.named()).isEmpty();
    }

    @Test
    void takesAStateThatALaterOneReplacedForSuperseded() {
        Accounts accounts = judged(states(A, B, C), Map.of(), given(A, C));
        assertThat(accounts.of(Fate.SUPERSEDED)).isEqualTo(1);
        assertThat(accounts.named()).isEmpty();
    }

    @Test
    void missesTheLastState() {
        Accounts accounts = judged(states(A, B), Map.of(), given(A));
        assertThat(accounts.of(Fate.LOST)).isEqualTo(1);
        assertThat(accounts.of(Wrong.MISSING)).isEqualTo(1);
    }

    @Test
    void missesARecordTheCrmNeverGot() {
        assertThat(judged(states(A), Map.of()).of(Wrong.MISSING)).isEqualTo(1);
    }

    @Test
    void findsTheDeadWhereTheyLie() {
        Accounts accounts = judged(states(A, B), Map.of(1L, "OPEN"), given(A));
        assertThat(accounts.of(Fate.DEAD)).isEqualTo(1);
        assertThat(accounts.named()).containsOnlyKeys("STILL_DEAD");
    }

    @Test
    void takesALetterThatIsClosedForNothing() {
        assertThat(judged(states(A, B), Map.of(1L, "DELIVERED"), given(A)).of(Wrong.MISSING))
                .isEqualTo(1);
    }

    @Test
    void refusesToCallAStateDeadThatWasDelivered() {
        assertThat(judged(states(A, B), Map.of(1L, "OPEN"), given(A, B)).of(Wrong.DEAD_AND_DELIVERED))
                .isEqualTo(1);
    }

    @Test
    void seesARecordThatIsThereTwice() {
        assertThat(judged(states(A), Map.of(), given(A), given(A)).of(Wrong.DOUBLED))
                .isEqualTo(1);
    }

    @Test
    void seesAStateThatWasGivenTwice() {
        assertThat(judged(states(A, B), Map.of(), given(A, B, B)).of(Wrong.REPEATED))
                .isEqualTo(1);
    }

    @Test
    void letsARecordFlipBack() {
        assertThat(judged(states(A, B, A), Map.of(), given(A, B, A)).named()).isEmpty();
    }

    @Test
    void seesAnEarlierStateAfterALaterOne() {
        Accounts accounts = judged(states(A, B, C), Map.of(), given(A, C, B));
        assertThat(accounts.of(Wrong.INVERTED)).isEqualTo(1);
        assertThat(accounts.of(Wrong.DIFFERENT)).isEqualTo(1);
    }

    @Test
    void tellsStatesOfTheSameContentApartWhereTheyAreNamed() {
        List<Given> given = List.of(new Given(A, 0L), new Given(A, 2L), new Given(A, 1L));
        Accounts accounts = judged(states(A, A, A), Map.of(), given);
        assertThat(accounts.of(Wrong.INVERTED)).isEqualTo(1);
    }

    @Test
    void seesContentThatNoStateAsksFor() {
        assertThat(judged(states(A), Map.of(), given(A, C)).of(Wrong.STRANGE)).isEqualTo(1);
    }

    @Test
    void expectsNothingOfAPoisonedStateButThatItIsDeadOrSuperseded() {
        List<State> states = List.of(new State(0, OptionalLong.empty()), new State(1, OptionalLong.of(A)));
        assertThat(judged(states, Map.of(0L, "OPEN"), given(A)).of(Fate.DEAD)).isEqualTo(1);
        assertThat(judged(states, Map.of(), given(A)).of(Fate.SUPERSEDED)).isEqualTo(1);
        assertThat(judged(states.subList(0, 1), Map.of()).of(Wrong.MISSING)).isEqualTo(1);
    }

    private static List<State> states(long... contents) {
        State[] states = new State[contents.length];
        Arrays.setAll(states, i -> new State(i, OptionalLong.of(contents[i])));
        return List.of(states);
    }

    private static List<Given> given(long... contents) {
        return Arrays.stream(contents).mapToObj(hash -> new Given(hash, null)).toList();
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    private static Accounts judged(List<State> states, Map<Long, String> letters, List<Given>... records) {
        Accounts accounts = new Accounts();
        new Judgement("0000000001", states, letters, accounts).judge(List.of(records));
        return accounts;
    }
}
