-- All that was asked of a part, withdrawn or not: the index of the living requests leaves the others out, and each list of files read every request.

create index opinion_request_by_part on opinion_request (part_id);
