package io.linkspan.sandbox.fault;

import io.linkspan.sandbox.http.Answer;
import io.linkspan.sandbox.http.Body;
import io.linkspan.sandbox.http.Handler;
import io.linkspan.sandbox.http.Manner;
import io.linkspan.sandbox.http.Request;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Stands before a station: lets its latency pass, strikes with the rules in force and writes the journal. */
public final class Misbehaviour implements Handler {
    private static final String PROXY_PAGE = "<html><head><title>Scheduled maintenance</title></head>"
            + "<body><h1>We'll be back soon!</h1></body></html>";

    private final Station station;
    private final Faults faults;
    private final Journal journal;
    private final InstantSource clock;
    private final Duration latency;
    private final String correlationHeader;

    /**
     * Stands before a station.
     *
     * @param station what is called when all goes well
     * @param faults the rules
     * @param journal where calls are written down
     * @param clock dates the calls
     * @param latency what every call costs, at least
     * @param correlationHeader the header of the caller's correlation id
     */
    public Misbehaviour(
            Station station,
            Faults faults,
            Journal journal,
            InstantSource clock,
            Duration latency,
            String correlationHeader) {
        this.station = station;
        this.faults = faults;
        this.journal = journal;
        this.clock = clock;
        this.latency = latency;
        this.correlationHeader = correlationHeader;
    }

    @Override
    public Answer answer(Request request) throws InterruptedException {
        if (request.path().startsWith("/sandbox/")) {
            return station.control(request);
        }
        String name = station.name(request);
        FaultRule fault = faults.strike(name).orElse(null);
        pause(latency);
        Answer answer = fault == null ? station.answer(request, null) : spoilt(request, fault);
        boolean said = answer.manner() != Manner.CLOSE && answer.manner() != Manner.RESET;
        journal.enter(new Journal.Call(
                clock.instant(),
                name,
                said ? answer.status() : 0,
                fault == null ? null : fault.kind(),
                request.header(correlationHeader).orElse(null),
                request.header("traceparent").orElse(null)));
        return answer;
    }

    private Answer spoilt(Request request, FaultRule fault) throws InterruptedException {
        return switch (fault.kind()) {
            case UNAVAILABLE -> comeAgain(fault, 503, fault.retryAfter());
            case ERROR -> comeAgain(fault, 500, fault.retryAfter());
            case LIMITED ->
                comeAgain(fault, 429, fault.retryAfter() == null ? Duration.ofSeconds(1) : fault.retryAfter());
            case RESET_BEFORE -> Answer.reset();
            case RESET_AFTER -> station.answer(request, null).sent(Manner.RESET);
            case NO_ANSWER -> late(request, fault).sent(Manner.CLOSE);
            case LATE_ANSWER -> late(request, fault);
            case HALF_ANSWER -> station.answer(request, null).sent(Manner.HALF_THEN_RESET);
            case CUT_ANSWER -> station.answer(request, null).sent(Manner.HALF_THEN_CLOSE);
            case SLOW -> {
                pause(fault.delay());
                yield station.answer(request, null);
            }
            case WRONG_ENCODING -> station.answer(request, null).misencoded();
            case GARBLED -> Answer.of(status(fault, 200), "text/html", Body.of(PROXY_PAGE));
            case HELD, WHOLE_BATCH, REFUSED_RECORD, SOAP_FAULT, FAULT_IN_200, BUSINESS_ERROR, NO_ANSWER_ELEMENT ->
                station.answer(request, fault);
        };
    }

    private Answer late(Request request, FaultRule fault) throws InterruptedException {
        Answer answer = station.answer(request, null);
        pause(fault.delay());
        return answer;
    }

    private static Answer comeAgain(FaultRule fault, int status, @Nullable Duration wait) {
        int said = status(fault, status);
        Answer answer = Answer.text(said, "the sandbox plays: " + fault.kind().text());
        return wait == null ? answer : answer.with("Retry-After", "" + Math.max(1, wait.toSeconds()));
    }

    private static int status(FaultRule fault, int own) {
        return fault.status() == 0 ? own : fault.status();
    }

    private static void pause(Duration wait) throws InterruptedException {
        if (wait.isPositive()) {
            Thread.sleep(wait);
        }
    }
}
